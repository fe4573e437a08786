import type { Rule } from './rule.ts'
import { altMissing } from './rules/alt-missing.ts'
import { altOfLink } from './rules/alt-of-link.ts'
import { altUnhelpful } from './rules/alt-unhelpful.ts'
import { animated } from './rules/animated.ts'
import { ariaHidden } from './rules/aria-hidden.ts'
import { asciiHeaders } from './rules/ascii-headers.ts'
import { unsupportedAtRule } from './rules/at-rule.ts'
import { unsupportedAttribute } from './rules/attribute.ts'
import { blurbCut } from './rules/blurb-cut.ts'
import { blurbNames } from './rules/blurb-names.ts'
import { blurbNumbers } from './rules/blurb-numbers.ts'
import { blurbTitle } from './rules/blurb-title.ts'
import { blurbTwins } from './rules/blurb-twins.ts'
import { bodyLang } from './rules/body-lang.ts'
import { contrastDark } from './rules/contrast-dark.ts'
import { contrastForced } from './rules/contrast-forced.ts'
import { contrastLight } from './rules/contrast-light.ts'
import { unsupportedProperty } from './rules/css-property.ts'
import { unsupportedValue } from './rules/css-value.ts'
import { dataTable } from './rules/data-table.ts'
import { documentLang } from './rules/document-lang.ts'
import { duplicateStory } from './rules/duplicate-story.ts'
import { unsupportedElement } from './rules/element.ts'
import { emojiRun } from './rules/emoji-run.ts'
import { emptyHeading } from './rules/empty-heading.ts'
import { fatalForGmail } from './rules/fatal-style.ts'
import { clipped } from './rules/gmail-clip.ts'
import { nearlyClipped } from './rules/gmail-nearly.ts'
import { headingLevels } from './rules/heading-levels.ts'
import { imageKind } from './rules/image-kind.ts'
import { importantSpace } from './rules/important-space.ts'
import { justified } from './rules/justified.ts'
import { layoutTable } from './rules/layout-table.ts'
import { leftoverSyntax } from './rules/leftover-syntax.ts'
import { lineHeight } from './rules/line-height.ts'
import { linkAddress } from './rules/link-address.ts'
import { linkAnchor } from './rules/link-anchor.ts'
import { linkHttp } from './rules/link-http.ts'
import { linkMisleading } from './rules/link-misleading.ts'
import { unnamedLink } from './rules/link-name.ts'
import { linkPlaceholder } from './rules/link-placeholder.ts'
import { linkPrivate } from './rules/link-private.ts'
import { linkScheme } from './rules/link-scheme.ts'
import { linkText } from './rules/link-text.ts'
import { linkTracking } from './rules/link-tracking.ts'
import { listUnsubscribe } from './rules/list-unsubscribe.ts'
import { longLines } from './rules/long-lines.ts'
import { mainHeading } from './rules/main-heading.ts'
import { neededHeaders } from './rules/needed-headers.ts'
import { oneClick } from './rules/one-click.ts'
import { openMarkup } from './rules/open-markup.ts'
import { pictureAddress } from './rules/picture-address.ts'
import { pictureOnly } from './rules/picture-only.ts'
import { pictureShape } from './rules/picture-shape.ts'
import { pictureSharp } from './rules/picture-sharp.ts'
import { pictureSize } from './rules/picture-size.ts'
import { pictureWeight } from './rules/picture-weight.ts'
import { placeholderText } from './rules/placeholder-text.ts'
import { plainText } from './rules/plain-text.ts'
import { postalAddress } from './rules/postal-address.ts'
import { preheaderLeak } from './rules/preheader-leak.ts'
import { preheaderLong } from './rules/preheader-long.ts'
import { preheaderMissing } from './rules/preheader-missing.ts'
import { preheaderRepeats } from './rules/preheader-repeats.ts'
import { preheaderShort } from './rules/preheader-short.ts'
import { publicSender } from './rules/public-sender.ts'
import { recentStory } from './rules/recent-story.ts'
import { returnPath } from './rules/return-path.ts'
import { unsupportedSelector } from './rules/selector.ts'
import { senderName } from './rules/sender-name.ts'
import { shortener } from './rules/shortener.ts'
import { shouting } from './rules/shouting.ts'
import { smallText } from './rules/small-text.ts'
import { styleInBody } from './rules/style-in-body.ts'
import { styleLimit } from './rules/style-limit.ts'
import { subjectLength } from './rules/subject-length.ts'
import { subjectMissing } from './rules/subject-missing.ts'
import { tapTarget } from './rules/tap-target.ts'
import { textInStep } from './rules/text-in-step.ts'
import { title } from './rules/title.ts'
import { unsubscribeLink } from './rules/unsubscribe-link.ts'

/** Every rule that needs nothing but the issue, in the order of their codes. */
export const rules: readonly Rule[] = [
  leftoverSyntax,
  emptyHeading,
  unsubscribeLink,
  postalAddress,
  duplicateStory,
  recentStory,
  openMarkup,
  placeholderText,
  subjectLength,
  subjectMissing,
  preheaderMissing,
  preheaderLong,
  preheaderShort,
  preheaderRepeats,
  emojiRun,
  shouting,
  preheaderLeak,
  senderName,
  clipped,
  nearlyClipped,
  styleLimit,
  fatalForGmail,
  styleInBody,
  unsupportedProperty,
  unsupportedValue,
  unsupportedAtRule,
  unsupportedSelector,
  unsupportedElement,
  unsupportedAttribute,
  importantSpace,
  documentLang,
  bodyLang,
  title,
  mainHeading,
  headingLevels,
  layoutTable,
  dataTable,
  contrastLight,
  contrastDark,
  contrastForced,
  smallText,
  lineHeight,
  justified,
  tapTarget,
  animated,
  ariaHidden,
  linkText,
  unnamedLink,
  altMissing,
  altUnhelpful,
  altOfLink,
  pictureSize,
  pictureSharp,
  pictureAddress,
  imageKind,
  pictureOnly,
  pictureShape,
  pictureWeight,
  blurbCut,
  blurbTitle,
  blurbNumbers,
  blurbNames,
  blurbTwins,
  listUnsubscribe,
  oneClick,
  returnPath,
  plainText,
  textInStep,
  longLines,
  asciiHeaders,
  shortener,
  publicSender,
  neededHeaders,
  linkAddress,
  linkPrivate,
  linkScheme,
  linkPlaceholder,
  linkTracking,
  linkHttp,
  linkMisleading,
  linkAnchor,
]
