import { isPrivateHost } from '../../lib/private-address.ts'
import { finding } from '../finding.ts'
import { valueOf } from '../html/query.ts'
import { picturePlace } from '../picture-place.ts'
import { parseUrl } from '../similar.ts'
import { defineRule } from '../rule.ts'

export const pictureAddress = defineRule('GZ-K506', function* (context) {
  for (const image of context.elements('img')) {
    const src = valueOf(image, 'src')?.trim() ?? ''
    const problem = problemOf(src)
    if (problem !== undefined) yield finding('GZ-K506', problem, picturePlace(context, image))
  }
})

function problemOf(src: string): string | undefined {
  if (src === '') return 'a picture has no address'
  if (/^(cid|data):/i.test(src)) return undefined
  const url = parseUrl(src.startsWith('//') ? `https:${src}` : src)
  if (url === undefined) return `${src} is no full address`
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return `${src} is on your own machine`
  return isPrivateHost(url.hostname) ? `${src} is on a machine that readers cannot reach` : undefined
}
