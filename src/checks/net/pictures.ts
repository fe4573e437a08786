import type { CheckContext } from '../context.ts'
import { type Finding, finding } from '../finding.ts'
import type { ElementNode } from '../html/document.ts'
import { valueOf } from '../html/query.ts'
import { isSoft, isStretched } from '../picture-fit.ts'
import { picturePlace } from '../picture-place.ts'
import type { PictureVisit, Visitor } from './visit.ts'

/** Bytes of all pictures of a message together, above which readers on the move wait. */
const together = 4_000_000

/** Asks the network about every picture of a message: whether it is there, what it is, how heavy and how large. */
export async function checkPictures(context: CheckContext, visitor: Visitor): Promise<Finding[]> {
  const images = context.elements('img').filter((image) => /^https?:\/\//i.test(valueOf(image, 'src') ?? ''))
  const visits = await Promise.all(images.map(async (image) => ({ image, visit: await visitor.picture(valueOf(image, 'src') ?? '') })))
  return [...visits.flatMap(({ image, visit }) => findingsOf(context, image, visit)), ...weightFinding(context, visits)]
}

function findingsOf(context: CheckContext, image: ElementNode, visit: PictureVisit): Finding[] {
  const src = valueOf(image, 'src') ?? ''
  const place = picturePlace(context, image)
  const own = context.input.pictures.has(src)
  const hint = own ? 'put the pictures of the output folder on the site before you send' : 'correct the address, or use another picture'
  switch (visit.kind) {
    case 'broken':
      return [finding('GZ-L105', visit.reason, place, { hint })]
    case 'no-picture':
      return [finding('GZ-L105', `${src} answers with ${visit.type}, which is no picture`, place, { hint })]
    case 'unsure':
      return [finding('GZ-L102', visit.reason, place, { hint: 'open the picture in a browser' })]
    case 'closed':
      return [finding('GZ-L104', `${src} is not asked: ${visit.reason}`, place, { hint: 'put the picture on a public address; --allow-host opens one for the check' })]
    case 'large':
      return [finding('GZ-L106', `${src} has more than ${megabytes(visit.most)}`, place, { hint: 'save it smaller' })]
    case 'picture':
      // What lies in the newsletter's own folder was measured there.
      return own ? [] : [...heavyFinding(context, image, visit.bytes), ...sizeFinding(context, image, visit)]
  }
}

function heavyFinding(context: CheckContext, image: ElementNode, bytes: number): Finding[] {
  const most = context.input.newsletter.checks.imageBytes
  if (bytes <= most) return []
  return [finding('GZ-L106', `${valueOf(image, 'src') ?? ''} has ${megabytes(bytes)}`, picturePlace(context, image), { hint: 'save it smaller' })]
}

function sizeFinding(context: CheckContext, image: ElementNode, { width, height }: Extract<PictureVisit, { kind: 'picture' }>): Finding[] {
  if (width === undefined || height === undefined) return []
  const [shownWidth, shownHeight] = ['width', 'height'].map((name) => Number.parseInt(valueOf(image, name) ?? '', 10))
  if (!shownWidth) return []
  const place = picturePlace(context, image)
  const said = `${valueOf(image, 'src') ?? ''} is ${width} × ${height}`
  if (isSoft(width, shownWidth)) return [finding('GZ-L107', `${said} and is shown ${shownWidth} wide`, place, { hint: `save it ${shownWidth * 2} pixels wide` })]
  if (!shownHeight || context.light.styleOf(image).has('object-fit')) return []
  if (!isStretched({ width, height }, { width: shownWidth, height: shownHeight })) return []
  return [finding('GZ-L107', `${said} and is shown ${shownWidth} × ${shownHeight}`, place, { hint: 'give it a width and height in the proportions of the file' })]
}

function weightFinding(context: CheckContext, visits: readonly { image: ElementNode; visit: PictureVisit }[]): Finding[] {
  const weights = new Map<string, number>()
  for (const { image, visit } of visits) {
    if (visit.kind === 'picture') weights.set(valueOf(image, 'src') ?? '', visit.bytes)
  }
  const total = [...weights.values()].reduce((sum, bytes) => sum + bytes, 0)
  if (total <= together) return []
  const [heaviest] = [...weights].toSorted(([, a], [, b]) => b - a)
  const hint = heaviest === undefined ? {} : { hint: `the heaviest is ${heaviest[0]} with ${megabytes(heaviest[1])}` }
  return [finding('GZ-L108', `the pictures have ${megabytes(total)} together`, context.issuePlace('articles'), hint)]
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
