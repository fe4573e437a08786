import type { CheckInput, EarlierStory, LocalPicture } from '../checks/input.ts'
import type { PreparedArticle } from '../content/compose.ts'
import { select } from '../content/select.ts'
import { compareText } from '../lib/compare.ts'
import type { ArticleHead } from '../model/article.ts'
import type { Asset } from '../model/asset.ts'
import type { Issue, IssueFile } from '../model/issue.ts'
import { fill } from '../model/fill.ts'
import { personalise } from '../model/personalise.ts'
import type { BoundText, Stencil } from '../model/stencil.ts'
import type { CompiledTemplate } from '../render/expand.ts'
import type { BuildContext } from './build-state.ts'
import { imageAddress } from './image-address.ts'
import { isAnimated } from './animated.ts'
import { messageHeaders } from './message-headers.ts'
import { sampleFields } from './publication.ts'
import { sectionSettings } from './stages/load.io.ts'

/** What the stages before the checks have made. */
export interface Checkable {
  articles: ArticleHead[]
  unreadable: Set<string>
  issues: IssueFile[]
  issueFile: IssueFile
  prepared: Map<string, PreparedArticle>
  issue: Issue
  assets: Asset[]
  template: CompiledTemplate
  boundHtml: BoundText
  boundText: BoundText
  stencil: Stencil
}

/** The finished message as the rules want it: made out to nobody, so that every slot shows its default. */
export function checkInput(made: Checkable, context: BuildContext): CheckInput {
  const { newsletter } = context
  const fields = sampleFields(newsletter)
  const message = personalise(made.stencil, fields)
  const { file, places, intro, introLine, articles: choice } = made.issueFile
  return {
    issue: made.issue,
    issueFile: { file, places, intro, introLine, entries: choice?.kind === 'list' ? choice.entries : [] },
    articles: new Map([...made.prepared].map(([slug, { article }]) => [slug, article])),
    newsletter,
    html: fill(made.boundHtml, fields),
    text: fill(made.boundText, fields),
    headers: messageHeaders(message),
    message,
    earlier: earlierStories(made, context),
    pictures: localPictures(made, context),
    template: { main: { file: made.template.message.main.file.file, line: 1 }, text: { file: made.template.text.main.file.file, line: 1 } },
  }
}

/** Stories of the issues just before this one, chosen again as they were then. */
function earlierStories(made: Checkable, { newsletter }: BuildContext): EarlierStory[] {
  const { issueFile, issues, articles, unreadable } = made
  const before = issues
    .filter((other) => compareText(other.date, issueFile.date) < 0)
    .toSorted((a, b) => compareText(b.date, a.date) || compareText(b.slug, a.slug))
    .slice(0, newsletter.checks.recentIssues)
  const input = { articles, issues, unreadable, sections: sectionSettings(newsletter), timezone: newsletter.timezone }
  return before.flatMap((other) =>
    select(other, input).selection.sections.flatMap((section) =>
      section.articles.map(({ slug, title, url }) => ({ issue: other.slug, slug, title, ...(url === undefined ? {} : { url }) })),
    ),
  )
}

function localPictures({ assets, issueFile }: Checkable, { newsletter }: BuildContext): Map<string, LocalPicture> {
  return new Map(
    assets.map((asset) => {
      const { file, bytes, type, width, height } = asset
      const size = { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) }
      return [imageAddress(newsletter, issueFile.slug, asset), { file, bytes: bytes.length, type, animated: isAnimated(bytes), ...size }]
    }),
  )
}

