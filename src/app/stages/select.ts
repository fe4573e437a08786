import { select } from '../../content/select.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { ArticleHead } from '../../model/article.ts'
import type { IssueFile } from '../../model/issue.ts'
import type { BuildContext, BuildState } from '../build-state.ts'
import type { StageResult } from '../pipeline.ts'
import { sectionSettings } from './load.io.ts'

interface Loaded {
  articles: ArticleHead[]
  issues: IssueFile[]
  issueFile: IssueFile
  unreadable: Set<string>
  warnings: Diagnostic[]
}

/** Chooses and places the articles, and says what is odd about the chosen ones. */
export function selectStage(loaded: Loaded, context: BuildContext): StageResult<BuildState> {
  const { selection, diagnostics } = select(loaded.issueFile, {
    articles: loaded.articles,
    issues: loaded.issues,
    unreadable: loaded.unreadable,
    sections: sectionSettings(context.newsletter),
    timezone: context.newsletter.timezone,
  })
  const chosen = new Set(selection.sections.flatMap((section) => section.articles.map((article) => article.file)))
  const concerning = loaded.warnings.filter((finding) => finding.file !== undefined && chosen.has(finding.file))
  const found = [...diagnostics, ...concerning]
  return selection.sections.length === 0 ? { diagnostics: found } : { state: { selection }, diagnostics: found }
}
