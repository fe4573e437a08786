import { compose, type PreparedArticle } from '../../content/compose.ts'
import type { Selection } from '../../content/select.ts'
import type { IssueFile } from '../../model/issue.ts'
import type { BuildContext, BuildState } from '../build-state.ts'
import { imageAddress } from '../image-address.ts'
import { suggestedPreheader, suggestedSubject } from '../../summarise/headlines.ts'
import type { StageResult } from '../pipeline.ts'
import { sectionSettings } from './load.io.ts'
import { logoOf } from './logo.ts'

interface Chosen {
  issueFile: IssueFile
  selection: Selection
  prepared: Map<string, PreparedArticle>
}

/** Puts the chosen articles and their blurbs together as an issue. */
export async function composeStage({ issueFile, selection, prepared }: Chosen, context: BuildContext): Promise<StageResult<BuildState>> {
  const { newsletter } = context
  const issue = compose(issueFile, selection, prepared, {
    lang: newsletter.lang,
    template: newsletter.template,
    sections: sectionSettings(context.newsletter),
    ...(newsletter.links.article === undefined ? {} : { articleLink: newsletter.links.article }),
    imageAddress: (asset) => imageAddress(newsletter, issueFile.slug, asset),
    suggestSubject: (titles) => suggestedSubject(titles, newsletter.name),
    suggestPreheader: suggestedPreheader,
  })
  const logo = await logoOf(context, issueFile.slug)
  const assets = [...logo.assets, ...[...prepared.values()].flatMap(({ asset }) => asset ?? [])]
  const chosen = context.template === undefined ? issue : { ...issue, template: context.template }
  return { state: { issue: chosen, assets, logo: logo.brand }, diagnostics: logo.diagnostics }
}
