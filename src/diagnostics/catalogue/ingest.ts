import type { Entry } from '../entry.ts'

/** I: articles brought in from pages, feeds and pasted text. */
export const ingestCodes = {
  'GZ-I001': {
    severity: 'error',
    title: 'address that is never fetched',
    explanation:
      'Gazette fetches http and https addresses of public servers only. An address of this machine, of a private network or of a cloud’s metadata service is refused wherever it turns up: as it is given, behind a name, behind a redirect, in any spelling. `--allow-host NAME` opens one host by name, for a server of your own.',
    bad: 'gazette add http://192.168.1.10/notes.html',
    good: 'gazette add http://192.168.1.10/notes.html --allow-host 192.168.1.10',
  },
  'GZ-I002': {
    severity: 'error',
    title: 'no such server',
    explanation: 'The name in the address leads to no server. Check its spelling, and that this machine is online.',
  },
  'GZ-I003': {
    severity: 'error',
    title: 'server cannot be reached',
    explanation: 'The server refused the connection, or broke it off. Try again later, or save the page in a browser and add the file.',
  },
  'GZ-I004': {
    severity: 'error',
    title: 'no secure connection',
    explanation:
      'The server’s certificate has expired, is for another name or is signed by nobody known. Gazette does not go on without one. Save the page in a browser and add the file.',
  },
  'GZ-I005': {
    severity: 'error',
    title: 'server answers with an error',
    explanation: 'The page is gone (404, 410), may not be read (401, 403) or the server is in trouble (500 and above).',
  },
  'GZ-I006': {
    severity: 'error',
    title: 'server is too slow',
    explanation: 'The answer did not arrive in time, or never ended.',
  },
  'GZ-I007': {
    severity: 'error',
    title: 'answer is too large',
    explanation: 'A page or feed of more than 10 MB, unpacked, is more likely a download or an attack than an article.',
  },
  'GZ-I008': {
    severity: 'error',
    title: 'answer was cut off',
    explanation: 'The server announced more than it sent, or its compressed answer ends in the middle. Half a page is not taken for a page.',
  },
  'GZ-I009': {
    severity: 'error',
    title: 'too many redirects',
    explanation: 'The address leads to another, and that to another, more than five times, or in a circle.',
  },
  'GZ-I010': {
    severity: 'error',
    title: 'not a page',
    explanation: 'The address leads to something that is no page: a picture, a PDF, an archive. A feed is read with `gazette pull`.',
  },
  'GZ-I011': {
    severity: 'error',
    title: 'no article found',
    explanation:
      'After menus, forms, adverts and the like were set aside no text was left. The page may be a list of links, or be drawn by a script in the browser: copy its text and pipe it to `gazette add -`.',
  },
  'GZ-I012': {
    severity: 'error',
    title: 'page behind a wall',
    explanation:
      'What came back is a page to log in, to pay, to agree to cookies or to prove that one is human, and not the article. Open it in a browser, then save the page or copy its text, and add that.',
  },
  'GZ-I013': {
    severity: 'warning',
    title: 'maybe not the whole article',
    explanation: 'The page says that it is for those who pay or log in, and the text is short. What was found is kept; compare it with the page.',
  },
  'GZ-I014': {
    severity: 'warning',
    title: 'several articles in one file',
    explanation: 'The text holds what look like several articles run together. `--split` makes a file of each; the message says where it cuts.',
  },
  'GZ-I015': {
    severity: 'warning',
    title: 'no title found',
    explanation: 'Neither the page nor the text says what it is called, so a title was made from its words. Write a better one into the front matter.',
  },
  'GZ-I016': {
    severity: 'info',
    title: 'no date found',
    explanation: 'Nothing says when the article is from, so it is dated today.',
  },
  'GZ-I017': {
    severity: 'info',
    title: 'article is there already',
    explanation: 'An article with the same address, or the same words, is in content/articles. Nothing was changed; `--force` writes it anew.',
  },
  'GZ-I018': {
    severity: 'info',
    title: 'text in another encoding than it claims',
    explanation: 'The bytes are not what the sender or the text itself says they are. They were read as what they are.',
  },
  'GZ-I019': {
    severity: 'error',
    title: 'no feed found',
    explanation:
      'The address of the source leads neither to a feed nor to a page that names one. RSS, RDF, Atom and JSON Feed are read. Many sites have their feed at /feed, /rss.xml or /atom.xml; `gazette add` brings in single pages of a site that has none.',
    bad: 'sources: [https://example.com/about]',
    good: 'sources: [https://example.com/feed.xml]',
  },
  'GZ-I020': {
    severity: 'info',
    title: 'feed found through its page',
    explanation: 'The address of the source is that of a page. The feed that it names was read, and is remembered. With the address of the feed itself in newsletter.yaml there is one request less and no doubt.',
  },
  'GZ-I021': {
    severity: 'info',
    title: 'malformed feed',
    explanation:
      'The feed is not as XML demands: a tag is not closed, an `&` is not written as `&amp;`, or it ends in the middle. It was read as far as it goes. Look over what came of it; the publisher may be glad to hear of it.',
  },
  'GZ-I022': {
    severity: 'info',
    title: 'unreadable dates in a feed',
    explanation: 'Dates of entries are not written in a way that can be read, so the entries count as new, and their articles get the date of the page, or today.',
  },
  'GZ-I023': {
    severity: 'warning',
    title: 'only the beginning of an article',
    explanation: 'The feed has but a few lines of the article, and its page gave nothing. What the feed says was taken. Read the page, and write a blurb of your own if it is worth one.',
  },
  'GZ-I024': {
    severity: 'info',
    title: 'feed has moved',
    explanation: 'The server says that the feed has moved for good. Its new address is remembered; write it into newsletter.yaml, since the old one will stop working some day.',
  },
  'GZ-I025': {
    severity: 'info',
    title: 'entry without a text',
    explanation: 'An entry of the feed has no text, or next to none, and no page that could be asked. No article was made of it.',
  },
  'GZ-I026': {
    severity: 'warning',
    title: 'memory of earlier pulls is damaged',
    explanation:
      'The file .gazette/pulled.json says what was pulled before. It cannot be read, so it is begun anew: articles that are in content/articles are known by their addresses, but what you deleted may come back once.',
  },
  'GZ-I027': {
    severity: 'error',
    title: 'no list of feeds',
    explanation: 'The file is not OPML, the format in which feed readers save their subscriptions, or names no feed. Look for "Export" or "OPML" in the settings of your reader.',
  },
  'GZ-I028': {
    severity: 'info',
    title: 'story from two sources',
    explanation: 'Two sources have the same story: the same address, or nearly the same words. It was kept once; `alsoIn` in its front matter names the other.',
  },
  'GZ-I029': {
    severity: 'warning',
    title: 'address of a feed that cannot be used',
    explanation: 'The list names a feed under an address that is neither http nor https. It was left out.',
  },
  'GZ-I030': {
    severity: 'error',
    title: 'articles are being brought in by another process',
    explanation:
      'One process at a time decides what is new and writes it: two at once would take one story twice. The other one may be in another terminal, or be one that was started by a timer. It was waited for, `pull` for 5 seconds and `add` for 30. A process that was killed holds nobody up.',
  },
} satisfies Record<string, Entry>
