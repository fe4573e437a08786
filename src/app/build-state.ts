import type { Finding } from '../checks/finding.ts'
import type { CheckInput } from '../checks/input.ts'
import type { Newsletter } from '../config/newsletter.ts'
import type { PreparedArticle } from '../content/compose.ts'
import type { Selection } from '../content/select.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { ArticleHead } from '../model/article.ts'
import type { Asset } from '../model/asset.ts'
import type { Issue, IssueFile } from '../model/issue.ts'
import type { LogoAddresses } from '../model/publication.ts'
import type { BoundText, Stencil } from '../model/stencil.ts'
import type { TemplateData } from '../model/template-data.ts'
import type { CompiledTemplate, Expanded } from '../render/expand.ts'
import type { BuildReport } from './build-report.ts'
import type { Blurb } from '../model/blurb.ts'
import type { ReadTemplate } from './stages/template.io.ts'

/** What a build is given and what stays the same while it runs. */
export interface BuildContext {
  /** The newsletter folder, absolute. */
  root: string
  newsletter: Newsletter
  /** Slug of the issue; left out, the newest. */
  issue?: string
  /** Template that replaces the one the content names. */
  template?: string
  /** Folder under which the issue's own folder is written, absolute. */
  out: string
  /** Also write the expanded MJML. */
  emitMjml: boolean
  now: Date
  /** Random bytes, for the nonce of slot tokens. */
  random: (bytes: number) => Uint8Array
  memory: BuildMemory
}

/** What one build may hand to the next in the same process. Keys are made of content, never of recipients. */
export interface BuildMemory {
  blurbs: Map<string, { blurb: Blurb; diagnostics: Diagnostic[]; settled: boolean }>
  /** By what their files say. */
  templates: Map<string, ReadTemplate>
}

/** A file of the output folder. */
export interface WrittenFile {
  /** Relative to the folder of the issue. */
  path: string
  bytes: number
}

/** What the stages of a build have made so far. */
export interface BuildState {
  articles?: ArticleHead[]
  /** Slugs of article files that could not be read. */
  unreadable?: Set<string>
  /** Findings that matter only for articles that the issue uses. */
  warnings?: Diagnostic[]
  issues?: IssueFile[]
  issueFile?: IssueFile
  selection?: Selection
  prepared?: Map<string, PreparedArticle>
  issue?: Issue
  /** Addresses of the newsletter's logo. */
  logo?: LogoAddresses
  /** Local pictures of the issue's stories, and of the logo. */
  assets?: Asset[]
  template?: CompiledTemplate
  templateData?: TemplateData
  /** The MJML with the map that leads back to the template. */
  expanded?: Expanded
  mjml?: string
  /** The same, once it is known that MJML will lose nothing of it. */
  checked?: Expanded
  html?: string
  squeezed?: string
  boundHtml?: BoundText
  boundText?: BoundText
  stencil?: Stencil
  /** What the rules see, and what they found; some of it without a place yet. */
  checkInput?: CheckInput
  findings?: Finding[]
  report?: BuildReport
  written?: WrittenFile[]
}
