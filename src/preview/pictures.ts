/** Where a message's pictures are when the page shows it. */
export interface PictureAddresses {
  /** Address for the id of a part of the message, or undefined when there is no such part. */
  ofPart: (id: string) => string | undefined
  /** Address for a picture that the message expects on the newsletter's site but that lies in the folder here. */
  ofHosted: (address: string) => string | undefined
}

/** The HTML with pictures that are here, inside the message or in the folder, under addresses that a frame can load. */
export function showPictures(html: string, { ofPart, ofHosted }: PictureAddresses): string {
  return html
    .replaceAll(/(["'(=]\s*)cid:([^"'()\s>]+)/gi, (whole, before: string, id: string) => {
      const address = ofPart(decodeOrSame(id))
      return address === undefined ? whole : before + address
    })
    .replaceAll(/((?:src|background)\s*=\s*["']|url\(\s*["']?)(https?:\/\/[^"')\s>]+)/gi, (whole, before: string, address: string) => {
      const here = ofHosted(address.replaceAll('&amp;', '&'))
      return here === undefined ? whole : before + here
    })
}

/** Hosts that the pictures and fonts of the HTML come from, without those that `showPictures` finds here. */
export function remoteHosts(html: string): string[] {
  const found = [...html.matchAll(/(?:<img\b[^>]*?\bsrc\s*=\s*["']?|\bbackground\s*=\s*["']?|url\(\s*["']?)https?:\/\/([^/"')\s>]+)/gi)]
  return [...new Set(found.map((match) => match[1] ?? ''))].filter((host) => host !== '').toSorted()
}

function decodeOrSame(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
