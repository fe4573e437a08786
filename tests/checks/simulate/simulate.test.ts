import { describe, expect, test } from 'vitest'
import { simulate, type ViewOptions } from '../../../src/checks/simulate/simulate.ts'
import { simulatedClients, type SimulatedClient } from '../../../src/model/mail-client.ts'

const page = (body: string, head = ''): string => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`
const view = (client: SimulatedClient, html: string, options?: ViewOptions): string => simulate(html, client, options).html
const removed = (client: SimulatedClient, html: string): string[] => simulate(html, client).removed.map(({ what }) => what)

describe.each(simulatedClients)('the view of %s', (client) => {
  test('says how far to trust it', () => {
    const { fidelity } = simulate(page('x'), client)
    expect(fidelity.note.length).toBeGreaterThan(40)
    expect(['high', 'fair', 'rough']).toContain(fidelity.level)
  })

  test('places what it takes away in the shipped HTML, and says why', () => {
    const html = page('<div style="position:fixed">a</div><script>x()</script><video src="v.mp4">b</video>', '<style>@font-face{src:url(x)}</style>')
    const { removed: list } = simulate(html, client)
    expect(list.length).toBeGreaterThan(0)
    for (const { start, end, why, what } of list) {
      expect(html.slice(start, end)).not.toBe('')
      expect(why.length).toBeGreaterThan(5)
      expect(what).not.toBe('')
    }
  })

  test('leaves plain markup as it is', () => {
    const plain = page('<table role="presentation" width="600"><tr><td style="padding:8px;color:#111111"><a href="https://harbour.example">x</a></td></tr></table>')
    expect(view(client, plain)).toBe(plain)
  })

  test('never lets a script through', () => {
    expect(view(client, page('<script>alert(1)</script><p>x</p>'))).not.toContain('alert')
  })
})

describe('Gmail', () => {
  const style = (css: string): string => `<style>${css}</style>`

  test('drops all style sheets when they are too long together', () => {
    const long = style(`.a{color:red}/*${'x'.repeat(16_400)}*/`) + style('.b{color:blue}')
    expect(view('gmail-web', page('x', long))).not.toContain('<style>')
    expect(removed('gmail-web', page('x', long))).toEqual(['<style> block', '<style> block'])
    expect(view('apple-mail', page('x', long))).toContain('color:blue')
  })

  test('drops a style sheet for one construct and keeps the others', () => {
    const html = page('x', style('.a{color:rgb(1 2 3 / 1)}') + style('@media (max-width:480px){@font-face{src:url(x)}}') + style('.b{color:blue}'))
    expect(view('gmail-web', html)).toContain('.b{color:blue}')
    expect(view('gmail-web', html)).not.toContain('.a')
    expect(removed('gmail-web', html)).toHaveLength(2)
  })

  test('drops a style attribute for a colour with spaces', () => {
    expect(view('gmail-web', page('<p style="margin:0;color:rgb(0 0 0)">x</p>'))).toContain('<p >x</p>')
  })

  test('reads no style sheet in the body', () => {
    expect(view('gmail-web', page(style('.a{color:red}')))).not.toContain('.a')
  })

  test('drops comments, and keeps what stands between two that hide it from Outlook', () => {
    const seen = view('gmail-web', page('<!-- a note --><!--[if !mso]><!--><p>shown</p><!--<![endif]--><!--[if mso]><p>Word</p><![endif]--><!--><i>too</i>'))
    expect(seen).toContain('<p>shown</p><i>too</i>')
    expect(seen).not.toMatch(/<!--|note|Word/)
  })

  test('puts <u></u> for elements it does not know', () => {
    expect(view('gmail-web', page('<nav>a</nav><main>b</main>'))).toContain('<u></u>a<u></u><u></u>b<u></u>')
  })

  test('keeps flex and gradients, and drops position, negative margins and dark styles', () => {
    const html = page('<div style="display:flex;background-image:linear-gradient(red,blue);position:relative;margin:-8px">x</div>', style('@media (prefers-color-scheme:dark){.a{color:#fff}}'))
    const seen = view('gmail-web', html)
    expect(seen).toContain('display:flex;background-image:linear-gradient(red,blue);')
    expect(seen).not.toMatch(/position|margin|prefers/)
  })

  test('cuts a long message where it cuts it', () => {
    const html = page(`<p>${'é'.repeat(60_000)}</p><p>end</p>`)
    const { html: seen, removed: list } = simulate(html, 'gmail-web')
    expect(seen).toContain('[Message clipped]')
    expect(seen).not.toContain('<p>end</p>')
    expect(list.at(-1)?.what).toBe('the end of the message')
  })

  test('with an account from elsewhere reads no style sheet at all', () => {
    expect(view('gmail-other', page('x', style('.a{color:red}')))).not.toContain('<style')
    expect(view('gmail-other', page('<div style="display:flex">x</div>'))).not.toContain('flex')
    expect(view('gmail-other', page('<div style="display:inline-block">x</div>'))).toContain('inline-block')
  })

  test('drops comments', () => {
    expect(view('gmail-web', page('<!-- note --><!--[if mso]><b>y</b><![endif]-->x'))).toContain('<body>x</body>')
  })
})

describe('Outlook for Windows', () => {
  test('shows what stands in comments for it, and hides what is not for it', () => {
    const html = page('<!--[if mso]><table width="600"><tr><td><![endif]--><p>x</p><!--[if mso]></td></tr></table><![endif]--><!--[if !mso]><!--><p>others</p><!--<![endif]-->')
    expect(view('outlook-windows', html)).toContain('<table width="600"><tr><td><p>x</p></td></tr></table>')
    expect(view('outlook-windows', html)).not.toContain('others')
    expect(removed('outlook-windows', html)).toEqual(['a block for other programs'])
  })

  test('leaves out what Word does not read', () => {
    const html = page('<div style="border-radius:8px;max-width:600px;padding:8px;margin:0 auto;color:#111">x</div>', '<style>@media (max-width:480px){.a{color:red}}.b:hover{color:red}</style>')
    const seen = view('outlook-windows', html)
    expect(seen).toContain('<div style="color:#111">')
    expect(seen).not.toMatch(/@media|hover/)
  })

  test('keeps the colour of a background and drops its picture', () => {
    expect(view('outlook-windows', page('<td style="background:#336699 url(a.png)">x</td>'))).toContain('style="background-color:#336699;"')
  })

  test('takes padding from mso-padding-alt, hides by mso-hide and wants a space before !important', () => {
    const html = page('<td style="mso-padding-alt:4px 8px">x</td><div style="mso-hide:all">y</div>', '<style>.a{color:red!important}.b{color:blue !important}</style>')
    const seen = view('outlook-windows', html)
    expect(seen).toContain('padding:4px 8px')
    expect(seen).toContain('display:none')
    expect(seen).not.toContain('red!important')
    expect(seen).toContain('blue !important')
  })

  test('draws VML boxes', () => {
    const html = page('<!--[if mso]><v:rect style="width:600px;height:300px" fill="true" stroke="false"><v:fill src="https://harbour.example/sea.png" color="#0b6670"/><v:textbox><![endif]--><p>x</p><!--[if mso]></v:textbox></v:rect><![endif]-->')
    const seen = view('outlook-windows', html)
    expect(seen).toMatch(/<div style="width:600px;min-height:300px;background-color:#0b6670;background-image:url\(https:\/\/harbour\.example\/sea\.png\)[^"]*"><div><p>x<\/p><\/div><\/div>/)
    expect(seen).not.toContain('v:')
  })
})

describe('other clients', () => {
  test('Outlook.com drops nested media queries and gradients', () => {
    const html = page('<td style="background-image:linear-gradient(red,blue)">x</td>', '<style>@media screen{@media (max-width:480px){.a{color:red}}}</style>')
    expect(view('outlook-com', html)).not.toMatch(/gradient|max-width/)
  })

  test('Yahoo puts min-height for height', () => {
    expect(view('yahoo', page('<td style="height:40px">x</td>'))).toContain('min-height:40px')
  })

  test('Apple Mail keeps dark styles', () => {
    const html = page('x', '<style>@media (prefers-color-scheme:dark){.a{color:#fff}}</style>')
    expect(view('apple-mail', html)).toBe(html)
  })
})

describe('screens', () => {
  const dark = page('<p class="a" style="color:#111111;background:#ffffff">x</p>', '<meta name="color-scheme" content="light dark"><style>@media (prefers-color-scheme: dark){.a{color:#eee !important}}</style>')

  test('authored dark switches the message’s own styles on', () => {
    const seen = view('apple-mail', dark, { dark: 'authored' })
    expect(seen).toContain('@media (min-width:0){.a{color:#eee !important}}')
    expect(seen).toContain(':root{color-scheme:dark}')
  })

  test('forced dark changes computed colours, wherever they come from', () => {
    const html = page('<table bgcolor="#ffffff"><tr><td class="b">x</td></tr></table>', '<style>.b{color:#000000}</style>')
    const seen = view('gmail-app', html, { dark: 'forced' })
    expect(seen).toContain('bgcolor="#ffffff"')
    expect(seen).toMatch(/<table style="background-color:#212121 !important"/)
    expect(seen).toMatch(/<td style="color:#dbdbdb !important"/)
  })

  test('auto does what the client does', () => {
    expect(view('yahoo', dark, { dark: 'auto' })).toBe(view('yahoo', dark))
    expect(view('apple-mail', dark, { dark: 'auto' })).toBe(view('apple-mail', dark, { dark: 'authored' }))
    expect(view('gmail-app', dark, { dark: 'auto' })).toBe(view('gmail-app', dark, { dark: 'forced' }))
  })

  test('images off keeps alt text and sizes, and drops sources and backgrounds', () => {
    const seen = view('apple-mail', page('<td background="b.png" style="background:#fff url(c.png)"><img src="a.png" srcset="a@2x.png 2x" alt="Cranes" width="300"></td>'), { imagesOff: true })
    expect(seen).not.toMatch(/\.png/)
    expect(seen).toContain('alt="Cranes" width="300"')
    expect(seen).toContain('#fff none')
  })

  test('marks the elements that lost something with the numbers of what they lost', () => {
    const html = page('<div style="position:fixed">a</div><p>b <video src="v.mp4"></video></p>', '<style>.a{position:fixed}</style>')
    const { html: seen, removed: list } = simulate(html, 'gmail-web', { lossAttribute: 'data-lost' })
    expect(list.map(({ what }) => what)).toEqual(['position:fixed', 'position:fixed', '<video>'])
    expect(seen).toContain('<div data-lost="1"')
    expect(seen).toContain('<p data-lost="2">b')
    expect(seen.match(/data-lost/g)).toHaveLength(2)
  })

  test('keeps what conditional comments show to others than Word', () => {
    const html = page('<!-- note --><!--[if !mso]><!--><p>a</p><!--<![endif]--><!--[if mso]><p>b</p><![endif]--><p>c</p>')
    expect(view('gmail-web', html)).toBe(page('<p>a</p><p>c</p>'))
  })

  test('puts texts in beside its own changes', () => {
    const html = page('<p class="a" style="position:fixed;color:#111111">b</p>')
    const seen = view('gmail-web', html, { insertions: [{ at: html.indexOf('<p') + 2, text: ' data-here=""' }] })
    expect(seen).toContain('<p data-here="" class="a" style="color:#111111">')
  })
})
