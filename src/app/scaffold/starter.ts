import { editorSchemaText, modeline, schemaFolder, schemaNames } from '../editor-schemas.ts'
import { markdownFile, yaml } from './front-matter.ts'
import { nextIssue } from './next-issue.ts'
import { environmentExample, firstArticle, firstIntro, ignoredFiles, secondArticle, starterPostalAddress } from './starter-texts.ts'

/** What a new newsletter has to be told. */
export interface StarterAnswers {
  name: string
  /** Address of the sender. */
  from: string
  /** At least one. */
  sections: readonly string[]
}

export interface StarterFile {
  /** Below the newsletter folder, with forward slashes. */
  path: string
  text: string
}

/** Picture of the first story, below content/images; it comes with Gazette. */
export const starterPicture = 'first-issue.png'

/**
 * The files of a new newsletter, without the picture.
 *
 * @param today ISO day, that of its articles
 */
export function starterFiles(answers: StarterAnswers, today: string): StarterFile[] {
  const issue = nextIssue([], today)
  const [first = '', second = first] = answers.sections
  return [
    { path: 'content/newsletter.yaml', text: newsletterText(answers) },
    {
      path: `content/articles/${today}-how-an-issue-comes-together.md`,
      text: markdownFile([modeline('article', '..')], {
        title: 'How an issue comes together',
        date: today,
        section: first,
        image: starterPicture,
        imageAlt: 'A letter with a picture and lines of text, half out of its envelope',
        featured: true,
      }, firstArticle),
    },
    {
      path: `content/articles/${today}-five-steps-to-send.md`,
      text: markdownFile([modeline('article', '..')], {
        title: 'Five steps from a blank page to a sent issue',
        date: today,
        section: second,
      }, secondArticle),
    },
    {
      path: `content/issues/${issue.slug}.md`,
      text: markdownFile([modeline('issue', '..')], { number: issue.number, date: issue.date }, firstIntro(answers.name)),
    },
    ...schemaNames.map((name) => ({ path: `${schemaFolder}/${name}.json`, text: editorSchemaText(name) })),
    { path: '.env.example', text: environmentExample },
    { path: '.gitignore', text: ignoredFiles },
  ]
}

function newsletterText({ name, from, sections }: StarterAnswers): string {
  return `# ${modeline('newsletter', '.')}
# Everything about ${JSON.stringify(name)} that is not in an article or an issue. Docs: docs/configuration.md of Gazette.

${yaml({ name, from: { name, address: from } })}
# An article is placed in one of these, in this order.
${yaml({ sections })}
template: classic
brand:
  accent: '#0b6670'

# The pictures travel inside the message. Once they are on the web, say \`hosted\` and give the newsletter a \`url\`.
images: inline

# Put your own in the place of these three before you send. Laws on mail to a list ask for the first two.
${yaml({ postalAddress: `${name}, ${starterPostalAddress}` })}links:
  unsubscribe: https://example.com/unsubscribe
  # Where the title of a story leads when the article has no \`url\`.
  article: https://example.com/{slug}
`
}
