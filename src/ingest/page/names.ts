import { attribute, textOf, type PageElement } from './dom.ts'

/**
 * What authors of pages call the parts that are not the article. Each list holds words; a class, an id or a
 * `data-` label counts when one of its words, or two in a row, is in the list: `post-share-buttons` has `share`,
 * `jp-relatedposts` has `relatedposts`, `tagShare` has `share`.
 */
const words = (list: string): Set<string> => new Set(list.trim().split(/\s+/))

/** Never part of an article, whatever their size short of most of the page. */
const furniture = words(`
  share shares sharing sharebar sharebuttons sharedaddy sharethis addthis addtoany a2a social-links social-icons social-media
  socials socialshare social-share social-bar social-buttons social-follow follow-us followus
  related relatedposts related-posts related-articles related-content related-stories yarpp recommended recommendation
  recommendations recirc recirculation outbrain taboola zergnet revcontent mgid nativo trending trendingnow popular popularposts
  most-read mostread most-popular most-viewed more-stories more-news more-posts more-articles more-on more-from morefrom
  also-like alsolike also-read read-next readnext read-also readmore-box up-next upnext next-post next-article post-navigation
  post-nav postnav nav-links nav-previous nav-next prev-next pagination pager paginator breadcrumb breadcrumbs crumbs
  newsletter newsletters signup sign-up subscribe subscribe-box subscription-form optin opt-in mailchimp mc4wp email-capture emailsignup
  mailing-list cookie cookies cookie-notice cookiebar cookie-banner gdpr consent ccpa onetrust
  comments comment-list commentlist comment-form commentform comments-area comment-respond comment-section disqus
  disqus-thread fb-comments respond livefyre spot-im coral-thread
  sidebar ad advert adverts advertisement advertisements advertising adsbygoogle adslot ad-slot adunit ad-unit ad-container ad-wrapper
  ad-placeholder adbox ad-box banner-ad ad-banner google-ad dfp dfp-ad gpt-ad ads sponsored sponsored-content sponsor-box promo
  promos promobox promo-box promotion cta call-to-action marketing
  site-header site-footer page-footer global-header global-footer main-footer navbar topbar site-nav main-nav main-menu nav-menu
  mega-menu megamenu mobile-menu offcanvas off-canvas hamburger masthead skip-link skip-links skip-to skiplink
  sr-only visually-hidden visuallyhidden screen-reader-text screen-reader assistive-text element-invisible
  modal popup lightbox overlay tooltip toast snackbar
  login-form signin-form user-menu search-form searchform search-box
  mw-editsection navbox mw-jump-link noprint edit-link editsection catlinks printfooter mw-indicators
  footnotes endnotes
  jwplayer video-js video-player videoplayer audio-player
  social-embed-fallback loader spinner`)

/** Short labels around an article; longer text under such a name is the article after all. */
const labels = words(`
  byline bylines dateline author-name author-info author-bio author-box authorbox author-card about-author about-the-author
  post-author entry-author article-author author-meta author-details author-profile bio writer contributors contributor
  post-meta postmeta entry-meta article-meta story-meta meta-info metadata post-info postinfo article-info post-details
  posted-on post-date postdate entry-date article-date pub-date pubdate publish-date published-date date-published timestamp
  time-stamp last-updated updated-date reading-time read-time readtime min-read
  tags taglist tag-list post-tags entry-tags article-tags tags-links tagcloud topics topic-list keywords cat-links categories
  post-categories entry-categories filed-under entry-footer post-footer article-footer
  caption captions wp-caption-text figcaption image-caption img-caption photo-caption media-caption gallery-caption
  img-desc image-desc photo-desc image-description photo-description
  wp-block-image credit credits photo-credit image-credit photocredit photo-by photographer copyright
  kicker eyebrow overline section-label category-label rubric
  signature sig
  rating ratings votes reactions likes like-button views view-count post-views comment-count comments-link comments-count
  dek deck subtitle sub-title subheadline subhed strapline tagline
  print-link print-button printfriendly pf-content-button email-link tools article-tools story-tools toolbar action-bar actions
  toc table-of-contents ez-toc-container contents-list widget-title`)

const ownNames = /^(category|tag|type|format|status|postid|page-id|author|term|topic|section|theme|post|has|no|with|is|js|wp-image|attachment)-/

export type Named = 'furniture' | 'label' | undefined

/** What the names of an element say it is. */
export function namedAs(element: PageElement): Named {
  let found: Named
  for (const name of namesOf(element)) {
    const parts = wordsOf(name)
    for (let index = 0; index < parts.length; index++) {
      const one = parts[index] ?? ''
      const two = `${one}-${parts[index + 1] ?? ''}`
      if (furniture.has(one) || furniture.has(two)) return 'furniture'
      if (labels.has(one) || labels.has(two)) found = 'label'
    }
  }
  return found
}

/** Classes and ids, without those that blog software makes from the article's own tags and categories. */
function namesOf(element: PageElement): string[] {
  const classes = attribute(element, 'class')?.split(/\s+/) ?? []
  const id = ownId(element)
  const role = attribute(element, 'data-testid') ?? attribute(element, 'data-component')
  return [...classes.filter((name) => !ownNames.test(name)), ...(id === undefined ? [] : [id]), ...(role === undefined ? [] : [role])]
}

/** The id, unless it is made of the words of a heading, as generators do for links into a page. */
function ownId(element: PageElement): string | undefined {
  const id = attribute(element, 'id')
  if (id === undefined || /^(?:H[1-6]|DT)$/.test(element.tagName)) return undefined
  const heading = element.querySelector('h1, h2, h3, h4, h5, h6')
  return heading !== null && letters(textOf(heading)).includes(letters(id)) ? undefined : id
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** `jp-RelatedPosts__item` is jp, related, posts, item. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '')
}
