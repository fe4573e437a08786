import { attribute, type PageDocument, textOf } from './dom.ts'

/** What stands between a reader and the article. */
export type Wall = 'login' | 'consent' | 'check'

const sayings: readonly (readonly [Wall, RegExp])[] = [
  [
    'check',
    /^just a moment|attention required|verify (?:that )?you(?:['’]re| are) (?:a )?human|are you (?:a )?(?:human|robot)|(?:enable|turn on) javascript and cookies|access (?:to this page has been )?denied|request unsuccessful|unusual traffic|security check|ddos protection|bot verification|pardon our interruption/i,
  ],
  [
    'consent',
    /before you continue|your (?:privacy|consent)\b|we value your privacy|cookie (?:consent|wall|preferences)|manage (?:your )?(?:consent|cookies|privacy)|accept (?:all )?cookies|bevor sie (?:zu|fortfahren)|datenschutzeinstellungen|avant de continuer|gérer (?:vos|les) cookies|antes de continuar/i,
  ],
  ['login', /\b(?:log ?in|sign ?in)\b|\bsubscribe to (?:continue|read)|anmelden|se connecter|iniciar sesión/i],
]

const addresses: readonly (readonly [Wall, RegExp])[] = [
  ['consent', /^https?:\/\/(?:consent|privacy|cmp|myprivacy|choices)\.|\/(?:consent|cookie-?wall|privacy-?gate)\b/i],
  ['login', /\/(?:login|log-in|signin|sign-in|auth|sso|oauth|account\/login)(?:[/?.]|$)/i],
  ['check', /\/(?:captcha|challenge|cdn-cgi\/challenge)/i],
]

/**
 * Whether a page without much text is a wall in front of the article. To be asked only of such a page: an article about
 * cookies says the same words.
 *
 * @param address where the page came from in the end
 */
export function wallOf(document: PageDocument, address?: string): Wall | undefined {
  if (document.querySelector('input[type="password" i]') !== null) return 'login'
  const title = textOf(document.querySelector('title'))
  const headings = [...document.querySelectorAll('h1, h2')].slice(0, 4).map(textOf)
  const buttons = [...document.querySelectorAll('button, input[type="submit" i]')].slice(0, 12).map((button) => attribute(button, 'value') ?? textOf(button))
  const text = textOf(document.body).slice(0, 600)
  const told = sayings.find(([, pattern]) => pattern.test([title, ...headings].join(' \n ')))
  if (told !== undefined) return told[0]
  const led = address === undefined ? undefined : addresses.find(([, pattern]) => pattern.test(address))
  if (led !== undefined) return led[0]
  const asks = /accept|agree|akzeptieren|zustimmen|accepter|aceptar/i.test(buttons.join(' ')) && /cookie|consent|privacy|datenschutz/i.test(text)
  if (asks) return 'consent'
  return sayings.find(([wall, pattern]) => wall === 'check' && pattern.test(text))?.[0]
}
