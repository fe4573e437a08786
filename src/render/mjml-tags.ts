/**
 * The components of MJML 5. `content` ones hold HTML, which MJML copies without reading it; all others hold components
 * only, and text in them is lost. A test compares the list with MJML's own.
 */
export const mjmlTags: { structure: ReadonlySet<string>; content: ReadonlySet<string> } = {
  structure: new Set([
    'mjml',
    'mj-head',
    'mj-body',
    'mj-attributes',
    'mj-all',
    'mj-class',
    'mj-html-attributes',
    'mj-selector',
    'mj-font',
    'mj-section',
    'mj-wrapper',
    'mj-group',
    'mj-column',
    'mj-hero',
    'mj-image',
    'mj-divider',
    'mj-spacer',
    'mj-social',
    'mj-navbar',
    'mj-accordion',
    'mj-accordion-element',
    'mj-carousel',
  ]),
  content: new Set([
    'mj-text',
    'mj-button',
    'mj-table',
    'mj-raw',
    'mj-title',
    'mj-preview',
    'mj-style',
    'mj-breakpoint',
    'mj-html-attribute',
    'mj-social-element',
    'mj-navbar-link',
    'mj-accordion-title',
    'mj-accordion-text',
    'mj-carousel-image',
  ]),
}

export const allMjmlTags = [...mjmlTags.structure, ...mjmlTags.content]

/** Elements of HTML that never have an end tag. */
export const voidElements = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)

/** Elements whose end tag HTML lets an author leave out. */
export const optionalEnds = new Set(
  'p li dt dd tr td th thead tbody tfoot colgroup caption option optgroup rt rp'.split(' '),
)
