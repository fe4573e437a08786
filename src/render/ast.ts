/**
 * The syntax tree of Handlebars, as far as templates use it. Handlebars' own types leave the statements open, so
 * that no switch over them could be checked.
 */
export type Statement =
  | ContentStatement
  | CommentStatement
  | MustacheStatement
  | BlockStatement
  | PartialStatement
  | PartialBlockStatement
  | DecoratorBlock
  | Decorator

export type Expression = PathExpression | SubExpression | Literal

/** Lines count from 1, columns from 0. */
export interface Location {
  start: { line: number; column: number }
  end: { line: number; column: number }
}

interface Node {
  loc: Location
}

export interface Program extends Node {
  type: 'Program'
  body: Statement[]
  blockParams?: string[]
}

export interface ContentStatement extends Node {
  type: 'ContentStatement'
  /** What is written, after whitespace control. */
  value: string
  /** What stands in the file. */
  original: string
}

export interface CommentStatement extends Node {
  type: 'CommentStatement'
}

export interface Call extends Node {
  type: string
  path: PathExpression | Literal
  params: Expression[]
  hash?: Hash
}

export interface MustacheStatement extends Call {
  type: 'MustacheStatement'
  escaped: boolean
}

export interface BlockStatement extends Call {
  type: 'BlockStatement'
  program?: Program
  inverse?: Program
}

export interface PartialStatement extends Node {
  type: 'PartialStatement'
  name: PathExpression | SubExpression | Literal
  params: Expression[]
  hash?: Hash
}

export interface PartialBlockStatement extends Omit<PartialStatement, 'type'> {
  type: 'PartialBlockStatement'
  program: Program
}

/** `{{#*inline "name"}}`: a partial defined where it is used. */
export interface DecoratorBlock extends Call {
  type: 'DecoratorBlock'
  program: Program
}

export interface Decorator extends Call {
  type: 'Decorator'
}

export interface SubExpression extends Call {
  type: 'SubExpression'
}

export interface PathExpression extends Node {
  type: 'PathExpression'
  /** Whether it is one of Handlebars' own: `@index`. */
  data: boolean
  /** How many `../` it starts with. */
  depth: number
  parts: string[]
  original: string
}

export type Literal =
  | (Node & { type: 'StringLiteral'; value: string; original: string })
  | (Node & { type: 'NumberLiteral'; value: number; original: number })
  | (Node & { type: 'BooleanLiteral'; value: boolean; original: boolean })
  | (Node & { type: 'UndefinedLiteral' | 'NullLiteral'; original: null | undefined })

export interface Hash extends Node {
  pairs: { key: string; value: Expression; loc: Location }[]
}

/** The programs inside a statement. */
export function innerPrograms(statement: Statement): Program[] {
  switch (statement.type) {
    case 'BlockStatement':
      return [statement.program, statement.inverse].filter((program) => program !== undefined)
    case 'PartialBlockStatement':
    case 'DecoratorBlock':
      return [statement.program]
    default:
      return []
  }
}
