import { describe, expect, it } from 'vitest'
import { createRequire } from 'node:module'
import type { LineMap } from '../../src/render/line-map.ts'
import { mjmlTags } from '../../src/render/mjml-tags.ts'
import { precheck } from '../../src/render/precheck.ts'
import { issue, publication } from '../support/issue.ts'
import { bundled, render, templateOf } from '../support/pipeline.ts'

/** A map for text that stands in one file as it is. */
function mapOf(text: string): LineMap {
  return {
    placeAt: (offset) => {
      const lines = text.slice(0, offset).split('\n')
      return { file: 't', line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
    },
  }
}

function found(mjml: string): string[] {
  return precheck(mjml, mapOf(mjml)).map(({ code, line, column, message }) => `${code} ${line}:${column} ${message}`)
}

const inColumn = (content: string): string =>
  `<mjml><mj-body><mj-section><mj-column>\n${content}\n</mj-column></mj-section></mj-body></mjml>`

describe('precheck', () => {
  it.each<[string, string[]]>([
    ['<mj-text>Hello', ['GZ-R001 2:1 <mj-text> is not closed']],
    ['<mj-text>Hello\n<mj-text>again</mj-text>', ['GZ-R001 2:1 <mj-text> is not closed']],
    ['<mj-text><b>Hello</mj-text>', ['GZ-R001 2:10 <b> is not closed']],
    ['<mj-text><p>One<p>Two<ul><li>a<li>b</ul><br></mj-text>', []],
    ['<mj-text><b><i>x</b></i></mj-text>', ['GZ-R001 2:13 <i> is not closed', 'GZ-R002 2:21 </i> closes nothing']],
    ['<mj-text></p>x</mj-text>', ['GZ-R002 2:10 </p> closes nothing']],
    ['</mj-text>', ['GZ-R002 2:1 </mj-text> closes nothing']],
    ['<mj-raw><div></mj-raw><mj-text>x</mj-text><mj-raw></div></mj-raw>', []],
    ['Hello <mj-text>x</mj-text>', ['GZ-R003 2:1 the text "Hello" stands directly in <mj-column> and would be lost']],
    ['<mj-divider>x</mj-divider>', ['GZ-R003 2:13 the text "x" stands directly in <mj-divider> and would be lost']],
    ['&nbsp;', ['GZ-R003 2:1 the text "&nbsp;" stands directly in <mj-column> and would be lost']],
    ['<mj-txt>x</mj-txt>', ['GZ-R004 2:1 there is no <mj-txt>']],
    ['<p>x</p>', ['GZ-R004 2:1 <p> stands directly in <mj-column>']],
    ['<mj-include path="/etc/passwd" />', ['GZ-R004 2:1 there is no <mj-include>']],
    ['<mj-text color="#333>x</mj-text>\n<mj-text align="left">y</mj-text>', ['GZ-R010 2:10 the value of color in <mj-text> does not end where it should']],
    ['<mj-text color=red>x</mj-text>', ['GZ-R010 2:10 the value of color in <mj-text> has no quotes around it']],
    ['<mj-image src="a.png" alt="a > b" /><mj-text>1 < 2 &amp; 3</mj-text><!-- <mj-text> -->', []],
    ['<mj-table><tr><td>1<td>2</table></mj-table>', ['GZ-R002 2:25 </table> closes nothing']],
    ['<mj-text><!--[if mso]><table><![endif]-->x</mj-text>', []],
  ])('%s', (content, expected) => {
    expect(found(inColumn(content))).toEqual(expected)
  })

  it('reports a comment that never ends and what is left open before it', () => {
    expect(found('<mjml>\n<!-- no end')).toEqual(['GZ-R001 2:1 the comment is not closed', 'GZ-R001 1:1 <mjml> is not closed'])
  })

  it('reports text and tags outside <mjml>', () => {
    expect(found('x<mjml></mjml><div></div>')).toEqual([
      'GZ-R003 1:1 the text "x" stands outside <mjml> and would be lost',
      'GZ-R004 1:15 <div> stands outside <mjml>',
    ])
  })

  it('knows the components of the installed MJML', () => {
    const require = createRequire(createRequire(import.meta.url).resolve('mjml'))
    const preset = require('mjml-preset-core') as { default?: Preset } & Preset
    for (const { componentName, endingTag } of (preset.default ?? preset).components) {
      expect([componentName, mjmlTags.content.has(componentName)]).toEqual([componentName, endingTag === true])
      expect([componentName, mjmlTags.structure.has(componentName)]).toEqual([componentName, endingTag !== true])
    }
  })
})

interface Preset {
  components: { componentName: string; endingTag?: boolean }[]
}

describe('mistakes in partials', () => {
  const wrap = '<mjml><mj-head><mj-title>t</mj-title></mj-head><mj-body>\n<mj-section><mj-column>\n{{#each stories}}\n{{> story}}\n{{/each}}\n</mj-column></mj-section></mj-body></mjml>'

  it.each([
    ['an unclosed tag', '<mj-text>\n  <b>{{title}}</mj-text>', 'GZ-R001', 2, 3],
    ['stray text', '<mj-text>{{title}}</mj-text>\n  oops', 'GZ-R003', 2, 3],
    ['stray data', '<mj-text>{{title}}</mj-text>\n {{section}}', 'GZ-R003', 2, 2],
    ['an unknown tag', '\n<mj-txt>{{title}}</mj-txt>', 'GZ-R004', 2, 1],
    ['an illegal attribute', '<mj-text>{{title}}</mj-text>\n<mj-text colour="red">{{title}}</mj-text>', 'GZ-R005', 2, 1],
    ['an illegal value', '\n\n<mj-text color="x{{slug}}">{{title}}</mj-text>', 'GZ-R005', 3, 1],
    ['a component in the wrong place', '<mj-text>{{title}}</mj-text><mj-section></mj-section>', 'GZ-R005', 1, 29],
  ])('%s is reported in the partial', async (_, partial, code, line, column) => {
    const { diagnostics } = await render(templateOf(wrap, { story: partial }), issue(), publication())
    expect(diagnostics[0]).toMatchObject({ code, file: 'templates/own/partials/story.hbs', line, column })
  })

  it('notices a story that the template leaves out', async () => {
    const source = wrap.replace('{{#each stories}}', '{{#with lead}}').replace('{{/each}}', '{{/with}}')
    const { diagnostics } = await render(templateOf(source, { story: '<mj-text>{{title}}</mj-text>' }), issue(), publication())
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'GZ-R007 the story "Tide tables" is not in the rendered message',
      'GZ-R007 the story "A quiet library" is not in the rendered message',
    ])
  })

  it('finds nothing in the bundled template', async () => {
    expect((await render(await bundled('classic'), issue(), publication())).diagnostics).toEqual([])
  })
})
