/** A piece of text in both of the forms a message needs. */
export interface RichText {
  /** Safe HTML of our own making: no tag or attribute that did not come from a Markdown mark. */
  html: string
  /** The same words as plain text. */
  text: string
}
