/**
 * Descriptions of data that a program can read: the lint of templates checks names against them, the template guide
 * is written from them, and the TypeScript type of the data is derived from them, so that none of the three can
 * disagree with the others.
 */
export type Shape = TextShape | NumberShape | FlagShape | RichShape | ListShape | RecordShape | OptionalShape

export interface TextShape {
  readonly kind: 'text'
  readonly about: string
}

export interface NumberShape {
  readonly kind: 'number'
  readonly about: string
}

export interface FlagShape {
  readonly kind: 'flag'
  readonly about: string
}

/** Text with marks: HTML in the message, plain words in the text part. */
export interface RichShape {
  readonly kind: 'rich'
  readonly about: string
}

export interface ListShape<S extends Shape = Shape> {
  readonly kind: 'list'
  readonly about: string
  readonly of: S
}

export interface RecordShape<F extends Fields = Fields> {
  readonly kind: 'record'
  readonly about: string
  /** What one such thing is called in messages, with its article: `a story`. */
  readonly noun: string
  readonly fields: F
}

export interface OptionalShape<S extends Shape = Shape> {
  readonly kind: 'optional'
  readonly of: S
}

export type Fields = Readonly<Record<string, Shape>>

/** The TypeScript type of data of a shape. What is optional is `null` when absent, never missing. */
export type Infer<S> = S extends TextShape
  ? string
  : S extends NumberShape
    ? number
    : S extends FlagShape
      ? boolean
      : S extends RichShape
        ? { readonly html: string; readonly text: string }
        : S extends ListShape<infer Item>
          ? readonly Infer<Item>[]
          : S extends RecordShape<infer F>
            ? { readonly [K in keyof F]: Infer<F[K]> }
            : S extends OptionalShape<infer Inner>
              ? Infer<Inner> | null
              : never

export const text = (about: string): TextShape => ({ kind: 'text', about })
export const number = (about: string): NumberShape => ({ kind: 'number', about })
export const flag = (about: string): FlagShape => ({ kind: 'flag', about })
export const rich = (about: string): RichShape => ({ kind: 'rich', about })
export const list = <S extends Shape>(about: string, of: S): ListShape<S> => ({ kind: 'list', about, of })
export const record = <F extends Fields>(noun: string, about: string, fields: F): RecordShape<F> => ({
  kind: 'record',
  about,
  noun,
  fields,
})
export const optional = <S extends Shape>(of: S): OptionalShape<S> => ({ kind: 'optional', of })

/** A shape without its optional wrapper. */
export function unwrap(shape: Shape): Exclude<Shape, OptionalShape> {
  return shape.kind === 'optional' ? unwrap(shape.of) : shape
}
