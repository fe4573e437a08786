import type { Entry } from '../entry.ts'

/** K7: whether the message arrives, and how it is treated. */
export const deliveryCheckCodes = {
  'GZ-K701': {
    severity: 'error',
    title: 'no usable List-Unsubscribe header',
    explanation:
      'Gmail, Yahoo and Outlook.com ask senders of newsletters for a List-Unsubscribe header with an https address in angle brackets (RFC 2369, RFC 8058). Set links.unsubscribe in newsletter.yaml.',
    bad: 'List-Unsubscribe: https://harbour.example/unsubscribe',
    good: 'List-Unsubscribe: <https://harbour.example/unsubscribe/token>, <mailto:leave@harbour.example>',
  },
  'GZ-K702': {
    severity: 'warning',
    title: 'no one-click unsubscribe',
    explanation:
      'Beside the https address Gmail and Yahoo want the header List-Unsubscribe-Post with exactly List-Unsubscribe=One-Click (RFC 8058).',
    bad: 'List-Unsubscribe: <https://harbour.example/unsubscribe/token>',
    good: 'List-Unsubscribe: <https://harbour.example/unsubscribe/token>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click',
  },
  'GZ-K703': {
    severity: 'warning',
    title: 'sender and return path of different domains',
    explanation:
      'DMARC wants the domain of From to be that of the return path, or of the DKIM signature. With another domain for bounces only DKIM is left; make sure that it signs with the domain of From.',
    bad: 'from:\n  address: news@harbour.example\ndelivery:\n  returnPath: bounce@mailer.example',
    good: 'from:\n  address: news@harbour.example\ndelivery:\n  returnPath: bounce@mail.harbour.example',
  },
  'GZ-K704': {
    severity: 'error',
    title: 'no plain text',
    explanation: 'A message without a plain-text part, or with one of a few words, is a mark of spam, and some readers see nothing of it.',
    bad: '# text.hbs is empty',
    good: '{{#each stories}}{{title}}\n{{blurbText}}\n{{url}}\n{{/each}}',
  },
  'GZ-K705': {
    severity: 'warning',
    title: 'plain text that lacks a story',
    explanation: 'A story of the HTML is missing from the plain text, its title or its link. Filters compare the two, and some readers see only the text.',
    bad: '{{#each sections}}{{name}}{{/each}}',
    good: '{{#each stories}}{{title}}\n{{url}}\n{{/each}}',
  },
  'GZ-K706': {
    severity: 'error',
    title: 'line longer than mail allows',
    explanation: 'No line of a message may have more than 998 bytes (RFC 5322, 2.1.1). Servers break longer ones, and links in them.',
    bad: 'Content-Transfer-Encoding: 8bit   # and a line of 4,000 bytes',
    good: 'Content-Transfer-Encoding: quoted-printable',
  },
  'GZ-K707': {
    severity: 'error',
    title: 'header with bytes beyond ASCII',
    explanation: 'Headers are ASCII; other characters must be encoded (RFC 2047). Some servers refuse a message with raw bytes in a header.',
    bad: 'Subject: Größe',
    good: 'Subject: =?UTF-8?Q?Gr=C3=B6=C3=9Fe?=',
  },
  'GZ-K708': {
    severity: 'warning',
    title: 'link through a shortener',
    explanation: 'Spammers hide behind shorteners, so that filters distrust every message with one. Link to the real address.',
    bad: 'url: https://bit.ly/3abcde',
    good: 'url: https://harbour.example/cranes',
  },
  'GZ-K709': {
    severity: 'warning',
    title: 'sender at a public mail provider',
    explanation:
      'Providers such as Gmail and Yahoo tell receivers to refuse mail with their addresses that they did not send (DMARC). Send from a domain of your own.',
    bad: 'from:\n  address: harbour.review@gmail.com',
    good: 'from:\n  address: news@harbour.example',
  },
  'GZ-K710': {
    severity: 'error',
    title: 'header missing or there twice',
    explanation: 'A message needs From, To, Subject, Date, Message-ID and MIME-Version, each once (RFC 5322, 3.6). Gmail refuses messages with doubled ones.',
    bad: 'Subject: News\nSubject: News',
    good: 'Subject: News',
  },
  'GZ-K711': {
    severity: 'warning',
    title: 'SPF record missing or unusable',
    explanation:
      'SPF lists the servers that may send for a domain. There must be one TXT record that begins with v=spf1, with no more than ten lookups and without +all (RFC 7208). The domain is that of the return path. Looked up with --dns.',
    bad: 'harbour.example. TXT "v=spf1 +all"',
    good: 'harbour.example. TXT "v=spf1 include:relay.example -all"',
  },
  'GZ-K712': {
    severity: 'warning',
    title: 'DMARC record missing or unusable',
    explanation:
      'Gmail, Yahoo and Outlook.com ask bulk senders for a DMARC record at _dmarc of the domain of From; p=none is enough to begin with (RFC 7489). One at a domain above it counts too. Looked up with --dns.',
    bad: '# no TXT record at _dmarc.harbour.example',
    good: '_dmarc.harbour.example. TXT "v=DMARC1; p=none; rua=mailto:dmarc@harbour.example"',
  },
  'GZ-K713': {
    severity: 'warning',
    title: 'DKIM key missing or unusable',
    explanation:
      'Receivers check the signature with the key at SELECTOR._domainkey of the domain. An empty p= means that the key was withdrawn, and keys of RSA should have 2,048 bits (RFC 6376, RFC 8301). The selector is that of delivery.dkim or --dkim-selector. Looked up with --dns.',
    bad: 'news._domainkey.harbour.example. TXT "v=DKIM1; p="',
    good: 'news._domainkey.harbour.example. TXT "v=DKIM1; k=rsa; p=MIIBIjANBgkq…"',
  },
  'GZ-K714': {
    severity: 'warning',
    title: 'sender domain that takes no mail',
    explanation: 'The domain of From has neither an MX nor an address record, so that no answer and no bounce can reach it. Many servers refuse such senders. Looked up with --dns.',
    bad: 'from:\n  address: news@newsletter.harbour.example   # no MX',
    good: 'from:\n  address: news@harbour.example',
  },
  'GZ-K720': {
    severity: 'warning',
    title: 'SpamAssassin calls the message spam',
    explanation: 'The score of the spamd that you named is at or above its limit. The finding lists the tests that counted most.',
    bad: 'subject: LAST CHANCE!!! FREE!!!',
    good: 'subject: The quietest ferry in the harbour',
  },
  'GZ-K721': {
    severity: 'warning',
    title: 'rule of SpamAssassin that weighs heavily',
    explanation:
      'A single rule gives the message a point or more. Other filters look for much the same. Rules about the network, such as missing reverse DNS, say something about the machine that was asked and not about the message.',
    bad: 'subject: FREE MONEY!!!',
    good: 'subject: The quietest ferry in the harbour',
  },
  'GZ-K722': {
    severity: 'error',
    title: 'spamd gives no score',
    explanation:
      'Nothing answers at the host and port of --spamd, or something that is not spamd. Start it, from the Debian package `spamassassin` for one; it listens on port 783. The message goes to that host and nowhere else.',
    bad: 'gazette check --spamd localhost:25',
    good: 'gazette check --spamd localhost:783',
  },
} satisfies Record<string, Entry>
