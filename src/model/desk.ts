/** What an editor may do to an issue from the preview. Stories are named by slug; no edit names a file. */
export type DeskEdit =
  /** Puts a story at a place among the others of a section, from 0; one that was not in the issue comes in. */
  | { kind: 'place'; story: string; section: string; index: number }
  /** Takes a story out of the issue. Its article stays. */
  | { kind: 'drop'; story: string }
  /** Makes a story the one that opens the issue, or no longer. */
  | { kind: 'feature'; story: string; on: boolean }
  /** The editor's own blurb, in Markdown; empty goes back to the generated one. */
  | { kind: 'blurb'; story: string; text: string }
  | { kind: 'title'; story: string; text: string }
  /** Subject and preheader of the issue; empty goes back to the one made from the top stories. */
  | { kind: 'subject'; text: string }
  | { kind: 'preheader'; text: string }
