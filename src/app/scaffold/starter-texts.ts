/** Bodies of the two articles and the issue that a new newsletter starts with. */

export const firstArticle = `A newsletter issue starts as a folder of articles. Gazette reads them, picks the sentences of each that say most, and puts title, picture and blurb in their places in a template; what comes out is one message that looks the same in the preview, in a test inbox and at the reader's.

The article you are reading is a Markdown file, and so is every other. The lines between the dashes at its top are its *front matter*: the title, the day, the section, a picture and what it shows. Everything below them is text, and you can write it in any editor.

## From article to blurb

Nobody reads ten whole articles in their mail. Each story of an issue therefore shows a blurb of at most 45 words, and the one that opens the issue gets 60. Gazette takes whole sentences out of the article for it and never makes one up. An article that says what happened in its first paragraph nearly always gets a good one.

If you would rather write it yourself, add a line to the front matter:

\`\`\`yaml
blurb: Your own words, which always win.
\`\`\`

## From blurb to issue

An issue is a Markdown file as well, in \`content/issues\`. It can list its articles, or leave that to Gazette, which then takes every article that is newer than the last issue and was not used before. One that is marked \`featured: true\`, as this one is, comes first.
`

export const secondArticle = `An issue is ready to be sent after five steps, and none of them takes longer than a cup of tea. Most of the time goes where it should, into reading the blurbs once more and writing the two sentences that open the issue.

1. \`gazette new article "A title"\` makes the file, and you write in it.
2. \`gazette new issue\` makes the next issue, with its number and its day.
3. \`gazette preview\` shows the message in the browser and follows every change that you save.
4. \`gazette check\` finds what would embarrass you: a broken link, a picture without words, a message that Gmail would cut off.
5. \`gazette test\` sends it to a test inbox, \`gazette send\` to a list.

Anything that goes wrong has a place and a code. The place is the file and the line where you can mend it, and \`gazette explain\` with the code says at length what it means. When you do not know what comes next, type \`gazette\` alone: it looks at the folder and tells you.

Two things are worth knowing before the first real issue. The sender and the postal address are in \`content/newsletter.yaml\`, and many countries ask for both in mail that goes to a list. And the password of your mail server never belongs into that file, but into \`.env\`, which stays on your machine.
`

export const firstIntro = (name: string): string =>
  `This is the first issue of ${name}, and its two stories explain how it was made. Change a word in either of them, build again, and see where it turns up.
`

/** Stands in the footer until the author puts another there. */
export const starterPostalAddress = '1 Example Street, Exampletown'

export const environmentExample = `# Copy this file to .env, which stays out of version control. Nothing in it is needed to build or preview an issue.

# The mail server that gazette send hands the messages to. smtps:// is TLS from the start (port 465),
# smtp:// is STARTTLS (port 587). Without encryption nothing is sent, except to this machine itself.
# GAZETTE_SMTP_URL=smtps://user:password@mail.example.com:465

# File with the private key that signs the messages (DKIM), when the mail server does not sign them itself.
# GAZETTE_DKIM_KEY=/etc/gazette/dkim.pem

# Secret of the unsubscribe links. Make one with: openssl rand -hex 32
# GAZETTE_UNSUBSCRIBE_KEY=

# The model that writes the blurbs when newsletter.yaml has blurbs.method: model. Any endpoint that speaks as OpenAI's
# does will do, also one on this machine; the key only where it asks for one.
# GAZETTE_MODEL_URL=http://127.0.0.1:11434/v1
# GAZETTE_MODEL=
# GAZETTE_MODEL_KEY=
`

export const ignoredFiles = `.env
.gazette/
out/
node_modules/
`
