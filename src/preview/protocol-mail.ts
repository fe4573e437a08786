/** What the page says about sending a test. */
export interface TestFacts {
  /** Where mail to typed addresses goes. */
  target: string
  /** No mail server is set, so that it goes into the test inbox as well. */
  isInbox: boolean
  /** Why GAZETTE_SMTP_URL cannot be used. */
  problem?: string
  /** Where the test inbox takes mail. */
  inbox: string
  sender: string
}

export interface TestOrder {
  issue: string
  /** Key of the recipient whose message it is. */
  as: string
  /** Addresses; none for the test inbox. */
  to: string[]
}

/** What came of a test. */
export interface TestSent {
  subject: string
  target: string
  isInbox: boolean
  messages: { to: string; messageId: string; bytes: number; reply: string; ok: boolean; inInbox?: string }[]
}

/** Errors that keep an issue from being sent. */
export interface TestRefused {
  problems: string[]
}

/** What the page knows of the test inbox. */
export interface InboxFacts {
  /** Where it takes mail. */
  smtp: string
  /** Where the messages are kept. */
  folder: string
  messages: number
  unread: number
}

/** What came of unsubscribing by one click. */
export interface Unsubscribed {
  ok: boolean
  said: string
}
