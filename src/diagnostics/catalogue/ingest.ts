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
} satisfies Record<string, Entry>
