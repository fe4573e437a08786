import { finding } from '../finding.ts'
import { valueOf } from '../html/query.ts'
import { targetPlace } from '../link-place.ts'
import { parseUrl } from '../similar.ts'
import { defineRule } from '../rule.ts'

const shorteners = new Set(
  'bit.ly tinyurl.com t.co goo.gl ow.ly is.gd buff.ly rebrand.ly cutt.ly shorturl.at tiny.cc rb.gy t.ly lnkd.in bl.ink s.id v.gd dlvr.it trib.al soo.gd clck.ru adf.ly'.split(' '),
)

export const shortener = defineRule('GZ-K708', function* (context) {
  for (const link of context.links) {
    const href = valueOf(link, 'href') ?? ''
    const host = parseUrl(href)?.hostname.replace(/^www\./, '')
    if (host !== undefined && shorteners.has(host)) yield finding('GZ-K708', `${href} hides where it leads`, targetPlace(context, link))
  }
})
