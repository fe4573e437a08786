import { newsletterFile } from '../../config/load.io.ts'
import { placeInNewsletter } from '../../config/places.io.ts'
import { readPicture } from '../../content/images.io.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Asset } from '../../model/asset.ts'
import type { LogoAddresses } from '../../model/publication.ts'
import type { BuildContext } from '../build-state.ts'
import { imageAddress } from '../image-address.ts'

/** Height at which templates show a logo, in pixels. */
const height = 40

export interface Logo {
  brand: LogoAddresses
  assets: Asset[]
  diagnostics: Diagnostic[]
}

/** The logo of the newsletter for light and dark pages, with its files when they are local. */
export async function logoOf(context: BuildContext, slug: string): Promise<Logo> {
  const { logo, logoDark } = context.newsletter.brand
  const [light, dark] = await Promise.all([pictureOf(context, slug, 'logo', logo), pictureOf(context, slug, 'logoDark', logoDark)])
  const { width, height: tall } = light.asset ?? {}
  return {
    brand: {
      logo: light.src,
      logoDark: light.src === undefined ? undefined : dark.src,
      logoWidth: width === undefined || tall === undefined || tall === 0 ? undefined : Math.round((width * height) / tall),
    },
    assets: [light, dark].flatMap(({ asset }) => asset ?? []),
    diagnostics: [...light.diagnostics, ...dark.diagnostics],
  }
}

interface Picture {
  src: string | undefined
  asset?: Asset | undefined
  diagnostics: Diagnostic[]
}

async function pictureOf({ newsletter, root }: BuildContext, slug: string, key: string, src: string | undefined): Promise<Picture> {
  if (src === undefined || /^https?:\/\//i.test(src)) return { src, diagnostics: [] }
  const { asset, diagnostics } = await readPicture(root, newsletterFile, src, await placeInNewsletter(root, ['brand', key], 'value'))
  return { src: asset && imageAddress(newsletter, slug, asset), asset, diagnostics }
}
