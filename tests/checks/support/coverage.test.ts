import { expect, test } from 'vitest'
import { InlineStyles, styleSheetsOf } from '../../../src/checks/css/styles.ts'
import { scanHtml } from '../../../src/checks/html/scan.ts'
import { features } from '../../../src/checks/support/caniemail.ts'
import { usesOf } from '../../../src/checks/support/uses.ts'

/** Rows about what every message is made of, or about the service as a whole. */
const silent = ['amp', 'bimi', 'css-inline-size', 'html-body', 'html-div', 'html-img', 'html-p', 'html-span', 'html-strong', 'html-style', 'html-table', 'image-jpg', 'image-png']

/** Features that are written otherwise than their rows are named. */
const written = `<style>
  a b > c + d ~ e, *, [x], .a.b, #c { color: red !important }
  .a { .b { color: red } }
</style>
<link rel="stylesheet" href="https://harbour.example/a.css"><h2></h2><ul></ul><nav></nav><ruby></ruby><map></map><img usemap="#a" srcset="a.png 2x" loading="lazy"><p inert></p>
<img src="a.tif"><img src="a.heic"><img src="data:image/png;base64,AAAA">
<p style="width:initial;width:fit-content;color:lab(1 2 3);color:rgb(1,2,3);color:rgba(1,2,3,.5);--a:1;background:linear-gradient(red,blue);background:radial-gradient(red,blue);background:conic-gradient(red,blue);
  border-start-start-radius:1px;border-inline:1px;border-inline-color:red;border-inline-start:1px;margin-inline:1px;margin-inline-start:1px;margin-block-start:1px;padding-inline:1px;
  padding-inline-start:1px;padding-block-start:1px;inset:0;top:1px;block-size:1px;columns:2;grid-template-columns:1px;row-gap:1px;color:light-dark(red,blue)"></p>`

/** The row of a feature as a message would use it. */
function example(slug: string): string {
  const [, kind = '', name = ''] = /^(css-unit|css-function|css-at-media|css-at|css-pseudo-class|css-pseudo-element|css-display|css|html-input|html-button|html|image)-(.*)$/.exec(slug) ?? []
  switch (kind) {
    case 'css-unit':
      return `<p style="width:1${name};width:${name}(1)"></p>`
    case 'css-function':
      return `<p style="width:${name}(1px)"></p>`
    case 'css-at-media':
      return `<style>@media (${name}:1){p{color:red}}</style>`
    case 'css-at':
      return `<style>@${name} x { p { color: red } }</style>`
    case 'css-pseudo-class':
    case 'css-pseudo-element':
      return `<style>p:${name} { color: red }</style>`
    case 'css-display':
      return `<p style="display:${name}"></p>`
    case 'css':
      return `<p style="${name}:1px"></p>`
    case 'html-input':
    case 'html-button':
      return `<${kind.slice(5)} type="${name}">`
    case 'html':
      return `<${name}></${name}><p ${name}="x"></p>`
    default:
      return `<img src="https://harbour.example/a.${name}">`
  }
}

test('every row that some client lacks is found in a message that uses the feature', () => {
  const document = scanHtml([...features.map(({ slug }) => example(slug)), written].join('\n'))
  const found = new Set(usesOf(document, new InlineStyles(document), styleSheetsOf(document)).map(({ slug }) => slug))
  const lacked = features.filter(({ cells }) => /[na]/.test(cells)).map(({ slug }) => slug)
  expect(lacked.length).toBeGreaterThan(250)
  expect(lacked.filter((slug) => !found.has(slug) && !silent.includes(slug))).toEqual([])
})
