/** What the network says of an address that a message links to. */
export type Visit =
  | { kind: 'good'; movedTo?: string }
  /** The server says that there is nothing there. */
  | { kind: 'broken'; reason: string }
  /** No answer, or one that says nothing about the page: a login, too many requests, a server in trouble. */
  | { kind: 'unsure'; reason: string }
  /** In a private network, and so not asked. */
  | { kind: 'closed'; reason: string }

/** What the network says of a picture. */
export type PictureVisit =
  | { kind: 'picture'; bytes: number; width?: number; height?: number }
  | { kind: 'no-picture'; type: string }
  | { kind: 'large'; most: number }
  | Exclude<Visit, { kind: 'good' }>

/** Asks the network. Each address is asked once, however often it is wanted. */
export interface Visitor {
  page: (url: string) => Promise<Visit>
  picture: (url: string) => Promise<PictureVisit>
}
