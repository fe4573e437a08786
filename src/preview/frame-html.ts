import { clientView } from '../app/client-view.ts'
import { isSimulated, type SimulatedClient } from '../model/mail-client.ts'
import { pictureAddresses } from './issue-view.ts'
import type { OpenedMessage } from './message.ts'
import { type PictureAddresses, showPictures } from './pictures.ts'
import { onLightScreen } from './scheme.ts'
import type { Good } from './snapshot.ts'

/** How a frame shows a message. */
export interface Framing {
  client?: SimulatedClient
  /** With the message's own styles for a dark screen. A forced dark is made in the frame, from computed colours. */
  authoredDark: boolean
  picturesOff: boolean
}

/** Reads a framing out of a query; what makes no sense is passed over. */
export function framingOf(query: (name: string) => string | undefined): Framing {
  const client = query('client')
  return {
    authoredDark: query('mode') === 'authored',
    picturesOff: query('pictures') === 'off',
    ...(client !== undefined && isSimulated(client) ? { client } : {}),
  }
}

/** The HTML that a frame shows of a message. */
export function frameHtml(good: Good, message: OpenedMessage, framing: Framing, addresses: PictureAddresses = pictureAddresses(good, message)): string {
  const { client, authoredDark, picturesOff } = framing
  const seen = clientView(message.html, { authoredDark, imagesOff: picturesOff, elements: good.marked, ...(client === undefined ? {} : { client }) })
  return showPictures(authoredDark ? seen : onLightScreen(seen), addresses)
}
