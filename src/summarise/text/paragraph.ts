/**
 * What a paragraph is made of. A `fragment` is a heading without its mark, a label or a caption: it is used only
 * when an article has nothing better.
 */
export type ParagraphKind = 'prose' | 'quote' | 'item' | 'fragment'

/** A stretch of an article's text, free of markup. */
export interface Paragraph {
  text: string
  kind: ParagraphKind
}
