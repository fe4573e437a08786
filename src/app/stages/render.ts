import type { Asset } from '../../model/asset.ts'
import type { Issue } from '../../model/issue.ts'
import type { BoundText } from '../../model/stencil.ts'
import type { TemplateData } from '../../model/template-data.ts'
import { checkArrival } from '../../render/arrived.ts'
import { bindHtml, bindText } from '../../render/bind.ts'
import { type CompiledTemplate, type Expanded, expandMessage, expandText, type ExpandOptions } from '../../render/expand.ts'
import { composeMessage } from '../../render/mime/compose-message.ts'
import { compileMjml } from '../../render/mjml.ts'
import { precheck } from '../../render/precheck.ts'
import { squeeze } from '../../render/squeeze.ts'
import { templateData } from '../../render/template-data.ts'
import { layOutText } from '../../render/text.ts'
import { hasErrors } from '../../diagnostics/diagnostic.ts'
import type { BuildContext, BuildState } from '../build-state.ts'
import { contentId, imagesAreInline } from '../image-address.ts'
import type { StageResult } from '../pipeline.ts'
import { publicationOf } from '../publication.ts'

type Result = StageResult<BuildState>

export function precheckStage({ expanded }: { expanded: Expanded }): Result {
  const diagnostics = precheck(expanded.text, expanded.map)
  return hasErrors(diagnostics) ? { diagnostics } : { state: { checkedMjml: expanded.text }, diagnostics }
}
