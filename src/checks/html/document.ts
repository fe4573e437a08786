/** One attribute of a start tag. Offsets count UTF-16 units of the document's source. */
export interface Attribute {
  /** In lower case. */
  name: string
  /** With character references decoded. */
  value: string
  start: number
  end: number
  /** Where the value itself starts and ends, without its quotes; both at `end` when there is none. */
  valueStart: number
  valueEnd: number
}

export interface ElementNode {
  kind: 'element'
  /** In lower case. */
  tag: string
  attributes: readonly Attribute[]
  /** From the `<` of the start tag. */
  start: number
  /** After the `>` of the start tag. */
  openEnd: number
  /** From the `<` of the end tag; the same as `end` when the source has none. */
  closeStart: number
  end: number
  parent: ElementNode | undefined
  children: Node[]
  /** Number of the element in the order of the source, from 0. */
  index: number
}

export interface TextNode {
  kind: 'text'
  start: number
  end: number
  parent: ElementNode
}

export interface CommentNode {
  kind: 'comment'
  start: number
  end: number
  parent: ElementNode
}

export type Node = ElementNode | TextNode | CommentNode

/** Markup that a browser repairs in its own way, and other programs in theirs. */
export interface MarkupProblem {
  kind: 'unclosed' | 'stray'
  tag: string
  /** Offset of the tag at fault. */
  start: number
  /** The element in which a stray end tag stands, or the element that is not closed. */
  element: ElementNode
}

/** A scanned HTML document. */
export interface HtmlDocument {
  source: string
  root: ElementNode
  /** Every element in the order of the source; `elements[n].index === n`. */
  elements: readonly ElementNode[]
  problems: readonly MarkupProblem[]
}
