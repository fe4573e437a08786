import { featureOf } from './table.ts'

const groups: Record<string, string> = {
  'html-h1-h6': 'h1 h2 h3 h4 h5 h6',
  'html-lists': 'ul ol dl',
  'html-semantics': 'article aside details figcaption figure footer header main mark nav section summary time',
  'own-script': 'script',
  'own-frame': 'iframe frame frameset embed applet',
  'html-svg': 'svg',
  'html-ruby': 'ruby',
}

const elementRows = new Map(
  Object.entries(groups).flatMap(([slug, tags]) => tags.split(' ').map((tag): [string, string] => [tag, slug])),
)

/** Elements with a row that says nothing an author could use: their support is the message itself. */
const silent = new Set(['html', 'head', 'body', 'title', 'meta', 'style', 'table', 'div', 'span', 'img', 'p', 'strong'])

/** The row of an element; inputs and buttons by their type. */
export function elementRow(tag: string, type: string | undefined): string | undefined {
  if (silent.has(tag)) return undefined
  if (tag === 'input' || tag === 'button') return inputRow(tag, type?.toLowerCase() ?? (tag === 'button' ? 'submit' : 'text'))
  const slug = elementRows.get(tag) ?? `html-${tag}`
  return elementRows.has(tag) || featureOf(slug) !== undefined ? slug : undefined
}

function inputRow(tag: string, type: string): string {
  const slug = `html-${tag}-${type}`
  return featureOf(slug) === undefined ? 'html-input-text' : slug
}

const attributeRows = new Map(
  'align valign width height dir lang background cellpadding cellspacing hidden target role aria-describedby aria-hidden aria-label aria-labelledby aria-live popover required'
    .split(' ')
    .map((name): [string, string] => [name, `html-${name}`]),
)
attributeRows.set('srcset', 'html-srcset')
attributeRows.set('loading', 'html-loading-attribute')
attributeRows.set('inert', 'css-inert-attribute')
attributeRows.set('usemap', 'html-image-maps')

/** The row of an attribute. */
export function attributeRow(name: string): string | undefined {
  return attributeRows.get(name)
}

const formats: Record<string, string> = {
  svg: 'image-svg', webp: 'image-webp', avif: 'image-avif', gif: 'image-gif', apng: 'image-apng', bmp: 'image-bmp',
  ico: 'image-ico', tif: 'image-tiff', tiff: 'image-tiff', heic: 'image-heif', heif: 'image-heif', hdr: 'image-hdr', mp4: 'image-mp4',
}

/** The row of a picture's kind, by the end of its address. */
export function imageRow(src: string): string | undefined {
  if (/^data:/i.test(src)) return 'image-base64'
  const extension = /\.([a-z0-9]+)(?:[?#]|$)/i.exec(src)?.[1]?.toLowerCase() ?? ''
  return formats[extension]
}
