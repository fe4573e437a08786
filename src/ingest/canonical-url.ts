/** Parameters that say where a reader came from and nothing about the page. */
const tracking =
  /^(?:utm_.*|fbclid|gclid|dclid|gbraid|wbraid|yclid|msclkid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_hsenc|_hsmi|hsctatracking|mkt_tok|vero_id|oly_anon_id|oly_enc_id|rb_clickid|s_cid|ncid|cmpid|cmp|wt_mc|wt_zmc|xtor|at_medium|at_campaign|at_custom\d|ref_src|ref_url|__twitter_impression|guccounter|guce_referrer.*|ftag|smid|sr_share|share_source|shared?|spm|_ga|_gl|icid|ito|rss|from_rss|source_rss)$/i

/**
 * An address without what does not change the page: tracking parameters, the fragment, a password, the default port.
 *
 * @returns the text as it is when it is no address
 */
export function tidyUrl(text: string): string {
  let url: URL
  try {
    url = new URL(text.trim())
  } catch {
    return text.trim()
  }
  url.username = ''
  url.password = ''
  // Some sites are one page with their routes in the fragment.
  if (!/^#[!/]/.test(url.hash)) url.hash = ''
  const gone = [...url.searchParams.keys()].filter((name) => tracking.test(name))
  const valued = [...url.searchParams].filter(([name, value]) => /^(?:source|src|from|ref|medium|via|feature)$/i.test(name) && /^(?:rss|feed|atom|newsletter|email|twitter|facebook|share|homepage)$/i.test(value))
  // Writing parameters back changes the spelling of the others, so it is done only when some go.
  for (const name of [...gone, ...valued.map(([key]) => key)]) url.searchParams.delete(name)
  return url.href.replace(/\?$/, '')
}

/** What two addresses of one page have in common: case of the host, `www.`, http or https, a final slash do not count. */
export function urlKey(text: string): string {
  const tidy = tidyUrl(text)
  let url: URL
  try {
    url = new URL(tidy)
  } catch {
    return tidy
  }
  url.searchParams.sort()
  const host = url.host.replace(/^(?:www|m|mobile|amp)\./, '')
  const path = url.pathname.replace(/\/(?:index\.(?:html?|php)|amp)?\/?$/, '')
  return `${host}${path}${url.search}${url.hash}`
}
