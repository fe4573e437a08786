import type { Entry } from '../entry.ts'

/** B: blurbs. */
export const summariseCodes = {
  'GZ-B001': {
    severity: 'warning',
    title: 'article has no text for a blurb',
    explanation:
      'After headings, captions, code and link lists were set aside nothing was left to summarise. Write a `blurb` in the front matter.',
  },
  'GZ-B002': {
    severity: 'warning',
    title: 'blurb is over its budget',
    explanation: "The editor's own blurb is used as it is, but it is longer than the words set in newsletter.yaml.",
  },
  'GZ-B003': {
    severity: 'error',
    title: 'line of a batch cannot be read',
    explanation:
      'Each line that `gazette summarise --batch` reads is one JSON object with an id and a text. The line is passed over and the rest goes on.',
    bad: '{"id": 7, "body": "…"}',
    good: '{"id": 7, "title": "…", "text": "…"}',
  },
  'GZ-B004': {
    severity: 'warning',
    title: 'model for the blurbs is not set up',
    explanation:
      'newsletter.yaml asks for blurbs that a model writes, but the environment does not say which. Set GAZETTE_MODEL_URL and GAZETTE_MODEL, and GAZETTE_MODEL_KEY when the endpoint asks for a key. The key is only sent over https or to this network. Until then the blurbs are extractive.',
    bad: 'GAZETTE_MODEL_URL=localhost:11434',
    good: 'GAZETTE_MODEL_URL=http://127.0.0.1:11434/v1',
  },
  'GZ-B005': {
    severity: 'warning',
    title: "a model's blurb says what the article does not",
    explanation:
      'The blurb was held against the article: every number, amount, date, quotation and address in it must be there, and it must be in whole sentences of the right language and within its budget. It failed, and failed again after the model was told why. The extractive blurb stands in its place. Write a `blurb` in the front matter to have your own.',
  },
  'GZ-B006': {
    severity: 'warning',
    title: 'the model gave no blurb',
    explanation:
      'The endpoint did not answer in time, refused, or sent something that is no answer, also after the retries of `blurbs.model.retries`. The extractive blurb stands in its place; the next build asks again.',
  },
  'GZ-B007': {
    severity: 'warning',
    title: "a model's blurb names what the article does not",
    explanation:
      'A name in the blurb is not in the article. It may be right, such as a first name that everybody knows, and it may be made up. The blurb is used: look at it, and write a `blurb` in the front matter when it is wrong.',
  },
  'GZ-B008': {
    severity: 'warning',
    title: 'the tokens of this run are used up',
    explanation:
      'The run reached `blurbs.model.tokens`. The stories left got extractive blurbs. What was written is kept, so that the next build goes on from there.',
  },
  'GZ-B009': {
    severity: 'warning',
    title: 'an extractive blurb was repaired and does not pass the guard',
    explanation:
      'A sentence of the blurb is not in the article as it stands, because a label was cut off, marks were mended or the sentence was too long for the budget, and what came out does not hold against the article or is not whole. Write a `blurb` in the front matter.',
  },
} satisfies Record<string, Entry>
