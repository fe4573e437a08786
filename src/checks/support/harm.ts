/**
 * What a reader loses when a client lacks a feature: the content itself, the layout, or some of the looks; an
 * enhancement is something whose absence nobody notices.
 */
export type Harm = 'content' | 'layout' | 'look' | 'enhancement'

const words: Record<Exclude<Harm, 'look'>, string> = {
  content: `html-video html-audio html-svg html-object html-form html-input-checkbox html-input-hidden html-input-radio
    html-input-reset html-input-submit html-input-text html-select html-textarea html-button-reset html-button-submit
    html-dialog html-meter html-progress html-popover html-hidden html-image-maps html-link html-marquee html-base css-at-import
    image-svg image-webp image-avif image-apng image-bmp image-tiff image-heif image-hdr image-ico image-mp4 image-base64
    own-script own-frame css-display-none css-visibility`,
  layout: `css-display-flex css-display-grid css-flex-direction css-flex-wrap css-grid-template css-align-items
    css-justify-content css-gap css-position css-left-right-top-bottom css-float css-width css-height css-max-width
    css-margin css-padding css-background css-background-image css-block-inline-size css-margin-inline-block
    css-margin-block-start-end css-margin-inline-start-end css-padding-inline-block css-padding-block-start-end
    css-padding-inline-start-end css-border-inline-block css-border-inline-block-individual css-border-inline-block-longhand
    css-inset css-column-count css-column-layout-properties css-transform css-unit-calc css-unit-ch css-unit-rem
    css-unit-vh css-unit-vw css-unit-vmin css-unit-vmax css-function-clamp css-function-max css-function-min
    css-function-light-dark css-modern-color css-rgba css-rgb css-variables css-intrinsic-size css-object-fit
    css-object-position css-aspect-ratio css-linear-gradient css-radial-gradient css-conic-gradient css-writing-mode
    css-nesting own-hsl own-hex-alpha html-background css-min-inline-size css-max-inline-size css-text-align`,
  enhancement: `css-accent-color css-animation css-at-keyframes css-at-font-face css-at-media css-at-media-prefers-color-scheme
    css-at-media-prefers-reduced-motion css-at-media-hover css-backdrop-filter css-border-radius css-border-radius-logical
    css-box-shadow css-color-scheme css-cursor css-empty-cells css-font-kerning css-font-size-adjust css-font-stretch
    css-hyphens css-hyphenate-character css-hyphenate-limit-chars css-important css-letter-spacing css-orphans css-widows
    css-outline css-outline-offset css-overflow-wrap css-pseudo-class-hover css-pseudo-class-focus css-pseudo-class-active
    css-pseudo-class-visited css-pseudo-class-link css-pseudo-class-focus-visible css-pseudo-class-focus-within css-resize
    css-scroll-snap css-sytem-ui css-tab-size css-text-decoration-color css-text-decoration-line css-text-decoration-skip-ink
    css-text-decoration-style css-text-decoration-thickness css-text-shadow css-text-underline-offset
    css-text-underline-position css-text-wrap css-text-justify css-text-align-last css-transition css-user-select
    css-white-space-collapse css-word-break css-word-spacing css-word-wrap css-comments css-selector-attribute
    html-abbr html-acronym html-anchor-links html-aria-describedby html-aria-hidden html-aria-label html-aria-labelledby
    html-aria-live html-bdi html-del html-dfn html-dir html-height html-lang html-loading-attribute html-lists html-role
    html-semantics html-srcset html-picture html-target html-wbr html-width html-align html-cellpadding html-required
    image-gif css-inert-attribute css-line-height css-display css-unit-initial`,
}

const harms = new Map(
  Object.entries(words).flatMap(([harm, slugs]) => slugs.trim().split(/\s+/).map((slug): [string, Harm] => [slug, harm as Harm])),
)

/** What is lost without the feature of a row. */
export function harmOf(slug: string): Harm {
  return harms.get(slug) ?? 'look'
}
