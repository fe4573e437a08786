import type { Stage } from './transport.ts'

/**
 * What a reply leads to. `reject`: this recipient will not get the issue. `defer`: again later. `slow`: again later,
 * and less often to this domain. `stop`: the trouble is the sender's, not the recipient's, so nobody else is tried.
 */
export type Action = 'accept' | 'reject' | 'defer' | 'slow' | 'stop'

/** A rule for replies of servers (RFC 5321 §4.2, RFC 3463). All patterns that it has must match. */
export interface ReplyRule {
  /** Permanent name, kept in the ledger. */
  name: string
  stages?: readonly Stage[]
  /** Matched against the three digits. */
  code: RegExp
  /** Matched against the rest, enhanced status code included. */
  text?: RegExp
  action: Action
  /** For people: what it means. */
  meaning: string
  /** Whether the address is dead and must not be mailed again. */
  suppress?: true
  /** A reply that the rule is for. */
  example: string
}

/**
 * Read from the top; the first rule that matches decides. What is particular stands above what is general. The last
 * rules catch everything, so that no reply is without a rule.
 */
export const replyRules: readonly ReplyRule[] = [
  {
    name: 'accepted',
    stages: ['message'],
    code: /^2/,
    action: 'accept',
    meaning: 'taken over by the server',
    example: '250 2.0.0 Ok: queued as 4XyZ12',
  },
  // The sender's own trouble: it would be the same for everybody else on the list.
  {
    name: 'tls-required',
    code: /^5/,
    text: /must issue a? ?starttls|5\.7\.10|tls (is )?required/i,
    action: 'stop',
    meaning: 'the server wants an encrypted connection',
    example: '530 5.7.0 Must issue a STARTTLS command first',
  },
  {
    name: 'login-required',
    code: /^(530|535|454)$/,
    text: /auth|credential|log ?in|5\.7\.[08]/i,
    action: 'stop',
    meaning: 'the server wants a user name and password, or other ones',
    example: '530 5.7.0 Authentication Required',
  },
  {
    name: 'relay-denied',
    code: /^5/,
    text: /relay(ing)? (access )?(denied|not (permitted|allowed))|unable to relay/i,
    action: 'stop',
    meaning: 'the server does not send mail for you',
    example: '554 5.7.1 <ana@example.com>: Relay access denied',
  },
  {
    name: 'message-too-large',
    stages: ['mail', 'data', 'message'],
    code: /^552$/,
    text: /5\.3\.4|size|large|big/i,
    action: 'stop',
    meaning: 'the message is larger than the server takes',
    example: '552 5.3.4 Message size exceeds fixed limit',
  },
  {
    name: 'sender-unauthenticated',
    code: /^5/,
    text: /5\.7\.(26|515|23|25)|required authentication level|address is not verified|dmarc|\bspf\b|\bdkim\b/i,
    action: 'stop',
    meaning: 'SPF, DKIM, DMARC or reverse DNS of your domain does not hold',
    example: '550 5.7.26 Unauthenticated email from example.com is not accepted due to DMARC policy',
  },
  {
    name: 'sender-blocked',
    code: /^5/,
    text: /block ?list|black ?list|spamhaus|barracuda|(ip|sender|domain|client host).{0,40}(blocked|banned|listed)|poor reputation/i,
    action: 'stop',
    meaning: 'your server or domain is on a list of spammers',
    example: '554 5.7.1 Service unavailable; Client host [192.0.2.7] blocked using zen.spamhaus.org',
  },
  {
    name: 'sender-refused',
    stages: ['mail'],
    code: /^5/,
    action: 'stop',
    meaning: 'the server does not take mail from this sender',
    example: '550 5.1.0 <news@example.com>: Sender address rejected',
  },
  // Too fast, or not now.
  {
    name: 'too-fast',
    code: /^[45]/,
    text: /4\.7\.(28|650|651)|rate.?limit|too (many|fast)|throttl|unusual rate|receiving mail at a rate|slow down|exceeded .{0,30}(rate|quota|limit)|try again later.{0,40}\bts0/i,
    action: 'slow',
    meaning: 'the server wants fewer messages at a time',
    example: '421 4.7.28 Our system has detected an unusual rate of unsolicited mail',
  },
  {
    name: 'greylisted',
    code: /^[45]/,
    text: /gr[ae]y.?list/i,
    action: 'defer',
    meaning: 'a server that meets you for the first time asks to be tried again',
    example: '450 4.2.0 <ana@example.com>: Recipient address rejected: Greylisted',
  },
  {
    name: 'closing',
    code: /^421$/,
    action: 'slow',
    meaning: 'the server closes the connection',
    example: '421 4.3.2 Service shutting down',
  },
  {
    name: 'mailbox-full',
    code: /^[45]/,
    text: /[45]\.2\.2|over ?quota|quota exceeded|mailbox (is )?full|insufficient (system )?storage/i,
    action: 'defer',
    meaning: "the recipient's mailbox is full",
    example: '552 5.2.2 The email account that you tried to reach is over quota',
  },
  // The recipient.
  {
    name: 'no-such-mailbox',
    stages: ['rcpt', 'message'],
    code: /^5/,
    text: /5\.1\.(1|3|6|10)\b|5\.2\.1\b|user unknown|unknown user|no such (user|mailbox|recipient)|does not exist|mailbox (unavailable|not found|disabled)|account .{0,30}(disabled|inactive)/i,
    action: 'reject',
    suppress: true,
    meaning: 'there is no such mailbox',
    example: '550 5.1.1 <ana@example.com>: Recipient address rejected: User unknown',
  },
  {
    name: 'no-such-domain',
    stages: ['rcpt', 'message'],
    code: /^5/,
    text: /5\.1\.2\b|5\.4\.4\b|domain (not found|does not exist)|no mx|host (unknown|not found)/i,
    action: 'reject',
    suppress: true,
    meaning: 'the domain takes no mail',
    example: '550 5.1.2 <ana@gone.example>: Recipient address rejected: Domain not found',
  },
  {
    name: 'looks-like-spam',
    stages: ['data', 'message'],
    code: /^5/,
    text: /spam|unsolicited|content|policy|5\.7\.1\b|virus|phish/i,
    action: 'reject',
    meaning: 'the content was taken for spam',
    example: '550 5.7.1 Our system has detected that this message is likely unsolicited mail',
  },
  {
    name: 'recipient-refused',
    stages: ['rcpt'],
    code: /^5/,
    action: 'reject',
    meaning: 'the server does not take mail for this recipient',
    example: '550 5.7.1 <ana@example.com>: Recipient address rejected: Access denied',
  },
  // What is left.
  {
    name: 'message-refused',
    code: /^5/,
    action: 'reject',
    meaning: 'the server does not take this message',
    example: '554 5.6.0 Message refused',
  },
  {
    name: 'not-now',
    code: /^4/,
    action: 'defer',
    meaning: 'the server cannot take it now',
    example: '451 4.3.0 Temporary lookup failure',
  },
  {
    name: 'not-understood',
    code: /./,
    action: 'defer',
    meaning: 'the answer is none that a mail server should give',
    example: '250 Ok',
  },
]

/** The rule for a reply. */
export function ruleFor(stage: Stage, code: number, text: string): ReplyRule {
  const digits = String(code)
  const rule = replyRules.find(
    (candidate) =>
      (candidate.stages?.includes(stage) ?? true) && candidate.code.test(digits) && (candidate.text?.test(text) ?? true),
  )
  if (rule === undefined) throw new RangeError(`no rule for ${digits}`)
  return rule
}

/** What the rules of a name mean, for people; outcomes without a reply included. */
export function meaningOf(name: string): string {
  return otherMeanings[name] ?? replyRules.find((rule) => rule.name === name)?.meaning ?? name
}

const otherMeanings: Partial<Record<string, string>> = {
  'connection-lost': 'the connection ended before the message was whole',
  'answer-lost': 'the connection ended after the message and before its answer',
  crash: 'the send was stopped between the message and its answer',
  expired: 'tried again and again, to no avail',
  unsupported: 'the server cannot take such an address or message',
  unsubscribed: 'unsubscribed',
  bounce: 'the address was found dead',
  complaint: 'called an issue spam',
  suppressed: 'in the suppression file',
  removed: 'no longer on the list',
}
