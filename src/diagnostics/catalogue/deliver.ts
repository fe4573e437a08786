import type { Entry } from '../entry.ts'

/** D: the ledger, the test inbox, and sending. */
export const deliverCodes = {
  'GZ-D001': {
    severity: 'error',
    title: 'ledger cannot be used',
    explanation:
      'The ledger, .gazette/gazette.db, records what happened to every recipient, and nothing is sent without it. The hint says what the system objected to: most often a full disk or a folder that cannot be written to. What was recorded is safe; run the command again when there is room.',
  },
  'GZ-D002': {
    severity: 'error',
    title: 'ledger of a newer Gazette',
    explanation: 'A newer version of Gazette has changed the tables of this ledger. An older one could misread them, so it does not try.',
  },
  'GZ-D003': {
    severity: 'error',
    title: 'ledger of another place or time',
    explanation:
      'The ledger knows who got which issue. One that was copied from another machine or restored from a backup does not know what was sent since, so a send could mail people twice. Bring the right ledger back, or say with --adopt-ledger that this one is right.',
  },
  'GZ-D004': {
    severity: 'error',
    title: 'issue is being sent by another process',
    explanation: 'One process at a time sends an issue. The other one may be in another terminal, or be one that was started by a timer.',
  },
  'GZ-D005': {
    severity: 'error',
    title: 'address of the mail server cannot be used',
    explanation:
      'GAZETTE_SMTP_URL names the server that takes the mail, as smtp://user:password@host:port, smtps:// for a connection that is encrypted from the start, or sendmail:///usr/sbin/sendmail. Special characters in a password are written as % and two hexadecimal digits. Parameters may follow: ?tls=required, ?ca=file, ?servername=name, ?name=ehlo-name, ?timeout=seconds.',
    bad: 'GAZETTE_SMTP_URL=smtp.example.com',
    good: 'GAZETTE_SMTP_URL=smtps://news:p%40ss@smtp.example.com',
  },
  'GZ-D006': {
    severity: 'error',
    title: 'keys for unsubscribe links cannot be used',
    explanation:
      'GAZETTE_UNSUBSCRIBE_KEY holds the secret that signs the links by which readers leave. It must be long enough that nobody can guess it. Several keys may be listed as id:secret, separated by commas; the first one signs new links, and the links of all of them work. Never drop a key whose links are in mail that people may still have.',
    bad: 'GAZETTE_UNSUBSCRIBE_KEY=secret',
    good: 'GAZETTE_UNSUBSCRIBE_KEY=2:4f1c…(64 characters),1:a90b…(64 characters)',
  },
  'GZ-D007': {
    severity: 'error',
    title: 'DKIM key cannot be used',
    explanation:
      'GAZETTE_DKIM_KEY names the file of the private key that signs the mail. It must be an RSA key of 1024 bits or more, 2048 for preference, in PEM. With any other the mail would leave unsigned, or signed in a way that receivers do not check, so nothing is sent.',
    bad: 'openssl genpkey -algorithm ed25519 -out dkim.pem',
    good: 'openssl genrsa -out dkim.pem 2048',
  },
  'GZ-D008': {
    severity: 'error',
    title: 'port of the test inbox is taken',
    explanation:
      'Another program listens on the port. If it is a test inbox, Mailpit or MailDev for instance, `gazette test` sends to it. Otherwise choose ports that are free.',
  },
  'GZ-D009': {
    severity: 'error',
    title: 'mail server cannot be used',
    explanation:
      'The server that GAZETTE_SMTP_URL names does not answer, refuses the user name and password, or cannot encrypt the connection as it must. Nothing was sent over it. The message says what it answered.',
  },
  'GZ-D020': {
    severity: 'error',
    title: 'no mail server is named',
    explanation:
      'A send needs to know who takes the mail: GAZETTE_SMTP_URL, in the environment or in .env. Unlike a test, it never goes to the test inbox by itself, for it records everybody as having got the issue.',
    good: 'GAZETTE_SMTP_URL=smtps://news:p%40ss@smtp.example.com',
  },
  'GZ-D021': {
    severity: 'error',
    title: 'issue was edited since its send began',
    explanation:
      'A send freezes the message, so that everybody gets the same one. The issue, its articles, the template or newsletter.yaml have changed since in a way that readers would see. Undo that, or finish the send with the message as it was frozen, with --frozen. To send the edited text to the others, make it an issue of its own.',
  },
  'GZ-D022': {
    severity: 'error',
    title: 'send began too long ago',
    explanation:
      'Taking up a send after a long time is mostly a mistake: the news is old, or a folder was restored from a backup and does not know that the issue went out. --max-age, or delivery.maxAge in newsletter.yaml, says how long ago is not too long.',
  },
  'GZ-D023': {
    severity: 'error',
    title: 'number of recipients not confirmed',
    explanation:
      'Before an issue goes to anybody, the number of recipients must be typed, or be given with --confirm. That a number is expected and another one found is how a wrong list is noticed in time. Nothing was sent.',
    good: 'gazette send 2026-w48 --list people.csv --confirm 4812',
  },
  'GZ-D024': {
    severity: 'error',
    title: 'mail server is gone',
    explanation:
      'The server stopped answering in the middle of a send and did not come back within delivery.patience. Nobody was given up because of that. The same command takes the send up where it stopped.',
  },
  'GZ-D025': {
    severity: 'error',
    title: 'mail server refuses the sender',
    explanation:
      'The server gave answer after answer that speaks of the sender or of the message, not of one recipient: a login it wants, a domain that is not set up, a message it takes for spam. The send stopped before more of the list was used up. Mend what the answer says, then run the same command again; --retry-failed includes those who were refused.',
  },
  'GZ-D026': {
    severity: 'error',
    title: 'issue was never sent',
    explanation: 'The ledger knows nothing of this issue. The name is that of the file in content/issues, without .md.',
  },
  'GZ-D027': {
    severity: 'error',
    title: 'example stands where your own belongs',
    explanation:
      'A new newsletter begins with a sender, a link to unsubscribe and a postal address that are only examples, since no program can know yours. In mail that leaves this machine readers could neither answer nor leave, and mail servers take a sender at example.com for forged. A rehearsal with gazette inbox does not mind.',
    bad: 'from:\n  address: news@example.com',
    good: 'from:\n  address: news@weekly.example',
  },
  'GZ-D030': {
    severity: 'error',
    title: 'returned mail cannot be read',
    explanation:
      'gazette bounces reads .eml files, mbox files, maildirs and folders of .eml files. What was read before this one is recorded; run the command again when it can be read, for no message counts twice.',
  },
  'GZ-D031': {
    severity: 'warning',
    title: 'mail came back for a reason of your own',
    explanation:
      'The report does not blame the reader but the sender: SPF, DKIM or DMARC does not hold, the server is on a list of spammers, or it needs a login. It would be the same for everybody else on the list, so no address is given up. gazette doctor --dns looks at the records of your domain.',
  },
  'GZ-D032': {
    severity: 'error',
    title: 'nothing was sent from this folder',
    explanation:
      'A bounce says which message could not be delivered, and the ledger, .gazette/gazette.db, knows whom that message was for. This folder has no ledger. Use -C to name the folder that the newsletter was sent from.',
  },
  'GZ-D033': {
    severity: 'error',
    title: 'no link to unsubscribe that a server could answer',
    explanation:
      'The server for unsubscribing answers the link that newsletter.yaml names in links.unsubscribe. It must be an https address that holds {token}, which becomes a code for each reader.',
    bad: 'links:\n  unsubscribe: https://weekly.example.com/unsubscribe',
    good: 'links:\n  unsubscribe: https://weekly.example.com/unsubscribe/{token}',
  },
  'GZ-D034': {
    severity: 'error',
    title: 'port of the unsubscribe server is taken',
    explanation: 'Another program listens on the port, perhaps another server for unsubscribing. Choose one that is free with --port.',
  },
} satisfies Record<string, Entry>
