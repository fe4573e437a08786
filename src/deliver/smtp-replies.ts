/** A whole reply of a server (RFC 5321 §4.2): the lines of a multi-line one joined by spaces. */
export interface Reply {
  code: number
  /** Everything after the code, enhanced status code included. */
  text: string
}

/** No reply is longer; a peer that sends more is no mail server. */
const longestReply = 65_536

/** Puts replies together from the pieces in which they arrive. */
export class ReplyReader {
  #rest = ''
  #lines: string[] = []
  #size = 0

  /**
   * @param chunk what arrived, as text
   * @returns the replies that are complete with it
   * @throws {RangeError} when it is not a reply, or one without end
   */
  read(chunk: string): Reply[] {
    const lines = (this.#rest + chunk).split('\n')
    this.#rest = lines.pop() ?? ''
    const replies: Reply[] = []
    for (const line of lines) {
      const match = /^(\d{3})([ -]?)(.*?)\r?$/s.exec(line)
      if (match === null) throw new RangeError(`not a reply: ${JSON.stringify(line.slice(0, 100))}`)
      const [, code = '', mark, text = ''] = match
      this.#lines.push(text)
      this.#size += line.length
      if (this.#size > longestReply) throw new RangeError('a reply without end')
      if (mark === '-') continue
      replies.push({ code: Number(code), text: this.#lines.join(' ').trim() })
      this.#lines = []
      this.#size = 0
    }
    if (this.#rest.length > longestReply) throw new RangeError('a reply without end')
    return replies
  }
}
