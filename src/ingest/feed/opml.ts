import { addressIn } from '../meta/address.ts'
import { plainText } from '../meta/entities.ts'
import { readXml, type XmlElement } from './xml.ts'

/** A feed that an OPML file names. */
export interface Outline {
  url: string
  name?: string
  /** Names of the folders it is in, the innermost first. */
  folders: string[]
}

export interface Outlines {
  outlines: Outline[]
  /** Addresses that are none a feed could be fetched from. */
  refused: string[]
}

/**
 * Reads the subscriptions of an OPML file, as feed readers write it.
 *
 * @returns undefined when it is not OPML
 */
export function readOpml(text: string): Outlines | undefined {
  const { root } = readXml(text.replace(/^[\ufeff\s]+/, ''))
  if (root?.name !== 'opml') return undefined
  const found: Outlines = { outlines: [], refused: [] }
  visit(root, [], found)
  return found
}

function visit(element: XmlElement, folders: readonly string[], found: Outlines): void {
  for (const child of element.children) {
    const { attributes } = child
    const name = plainText(attributes.title ?? attributes.text ?? '')
    const written = attributes.xmlurl?.trim()
    const url = written === undefined || written === '' ? undefined : addressIn(written.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:\/\//i, 'http://'))
    if (url !== undefined) found.outlines.push({ url, ...(name === '' ? {} : { name }), folders: [...foldersOf(attributes.category), ...folders] })
    else if (written !== undefined && written !== '') found.refused.push(written)
    const isFolder = child.name === 'outline' && written === undefined && name !== ''
    visit(child, isFolder ? [name, ...folders] : folders, found)
  }
}

/** "/News/Harbour,/Local" names two places; the last part of each counts. */
function foldersOf(category: string | undefined): string[] {
  return (category ?? '').split(',').flatMap((path) => path.trim().split('/').filter((part) => part !== '').at(-1) ?? [])
}
