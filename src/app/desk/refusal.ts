/** Why an edit was not made. Nothing has been written. */
export class Refusal extends Error {
  /** `changed`: a file is not as the page saw it; `impossible`: it cannot be edited; `unknown`: there is no such story or step. */
  readonly reason: 'changed' | 'impossible' | 'unknown'

  constructor(reason: Refusal['reason'], message: string) {
    super(message)
    this.reason = reason
  }
}
