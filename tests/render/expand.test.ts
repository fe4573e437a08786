import { describe, expect, it } from 'vitest'
import { compileTemplate, expandMessage, expandText, type ExpandOptions } from '../../src/render/expand.ts'
import { resolveOptions, standardOptions } from '../../src/render/options.ts'
import { templateData } from '../../src/render/template-data.ts'
import { issue, publication, story } from '../support/issue.ts'
import { templateOf } from '../support/pipeline.ts'

const options: ExpandOptions = { nonce: 'abcdefabcdef', lang: 'en', timezone: 'UTC', defaults: { viewUrl: 'https://harbour.example/12' } }

function expand(source: string, partials: Record<string, string> = {}, edition = issue()) {
  const { compiled, diagnostics } = compileTemplate(templateOf(source, partials))
  if (compiled === undefined) throw new Error(JSON.stringify(diagnostics, undefined, 1))
  return expandMessage(compiled, templateData(edition, publication(), resolveOptions(standardOptions, {}).values), options)
}

function findings(source: string, partials: Record<string, string> = {}) {
  const { diagnostics } = compileTemplate(templateOf(source, partials))
  return diagnostics.map(({ code, file, line, column, message, hint }) => ({ code, at: `${file?.replace('templates/own/', '')}:${line}:${column}`, message, hint }))
}

describe('expand', () => {
  it('fills in data and escapes it once', () => {
    const edition = issue({ subject: 'Fish & chips <b>=</b> "{{name}}" \'s' })
    expect(expand('{{issue.subject}}', {}, edition).value?.text).toBe(
      'Fish &amp; chips &lt;b&gt;=&lt;/b&gt; &quot;{{name}}&quot; &#39;s',
    )
  })

  it('writes rich text with its marks, and as words where a helper or the text part takes it', () => {
    const rich = { html: 'A <em>quiet</em> library', text: 'A quiet library' }
    const edition = issue({ lead: story({ title: 'Lead', blurb: rich }) })
    const source = '{{#with lead}}{{blurb}} {{truncate blurb 8}}{{/with}}'
    expect(expand(source, {}, edition).value?.text).toBe('A <em>quiet</em> library A quiet…')
    const { compiled } = compileTemplate(templateOf('', {}, '{{#with lead}}{{blurb}}{{/with}}'))
    expect(compiled && expandText(compiled, templateData(edition, publication(), resolveOptions(standardOptions, {}).values), options).value?.text).toBe('A quiet library')
  })

  it('strips control characters and lone surrogates, which would forge marks or break UTF-8', () => {
    const edition = issue({ subject: 'a\u00010\u0002b\u0000c\ud800d\r\ne' })
    expect(expand('{{issue.subject}}', {}, edition).value?.text).toBe('a0bc\ufffdd\ne')
  })

  it('never interprets what an article says as a template', () => {
    const edition = issue({ subject: '{{#each stories}}{{recipient "email"}}{{/each}}' })
    const { value } = expand('{{issue.subject}}', {}, edition)
    expect(value?.text).toBe('{{#each stories}}{{recipient &quot;email&quot;}}{{/each}}')
    expect(value?.slots).toEqual([])
  })

  it('records a slot with its default and its place, in a partial too', () => {
    const { value } = expand('Dear\n  {{> hello}}', { hello: '{{recipient "firstName" default="reader"}}, {{recipient "viewUrl"}}' })
    expect(value?.text).toBe('Dear\n  xabcdefabcdefx0x, xabcdefabcdefx1x')
    expect(value?.slots).toEqual([
      { token: 'xabcdefabcdefx0x', field: 'firstName', default: 'reader', place: { file: 'templates/own/partials/hello.hbs', line: 1, column: 1 } },
      { token: 'xabcdefabcdefx1x', field: 'viewUrl', default: 'https://harbour.example/12', place: { file: 'templates/own/partials/hello.hbs', line: 1, column: 45 } },
    ])
  })

  it('takes a value before a helper of the same name', () => {
    expect(expand('{{#with lead}}{{url}} {{date date style="short"}}{{/with}}', {}, issue({ lead: story({ title: 'A', date: '2026-11-20' }) })).value?.text).toBe(
      'https://harbour.example/a Nov 20',
    )
  })

  it('offers the helpers it documents', () => {
    const source =
      '{{plural issue.storyCount one="story" other="stories"}}|{{readingTime issue.readingMinutes}}|{{date issue.date}}|' +
      '{{url links.home utm_source="a b&c"}}|{{join newsletter.name newsletter.tagline issue.dateShort with=", "}}|' +
      '{{#if (and newsletter.url (not newsletter.tagline))}}yes{{/if}}|{{#if (or newsletter.tagline (eq issue.lang "en"))}}yes{{/if}}'
    expect(expand(source).value?.text).toBe(
      '3 stories|12 min|November 27, 2026|https://harbour.example/?utm_source=a+b%26c|The Harbour Review, Nov 27|yes|yes',
    )
  })

  it('reports a helper that refuses its value at its place', () => {
    const { diagnostics } = expand('{{#with lead}}\n {{date date style="tiny"}}{{/with}}', {}, issue({ lead: story({ title: 'A', date: '2026-11-20' }) }))
    expect(diagnostics).toMatchObject([
      { code: 'GZ-T007', file: 'templates/own/issue.mjml.hbs', line: 2, column: 2, message: 'date knows no style tiny: one of long, medium, short' },
    ])
  })

  it('reports a template that calls itself without end', () => {
    expect(expand('{{> a}}', { a: '{{> a}}' }).diagnostics).toMatchObject([{ code: 'GZ-T007', message: 'the template calls itself without end' }])
  })

  it('gives the same text for the same data', () => {
    expect(expand('{{#each stories}}{{title}}{{/each}}').value?.text).toBe(expand('{{#each stories}}{{title}}{{/each}}').value?.text)
  })
})

describe('line map', () => {
  const partial = '<p>\n  {{title}}\n</p>\n'
  const source = '<x>\n{{#each stories as |s|}}\n  {{> story s}}\n{{~/each}}\n  end {{issue.slug}}!\n</x>'

  it.each([
    ['<x>', 'issue.mjml', 1, 1],
    ['<p>', 'partials/story', 1, 1],
    ['The last crane', 'partials/story', 2, 3],
    ['</p>', 'partials/story', 3, 1],
    ['end', 'issue.mjml', 5, 3],
    ['2026-w48', 'issue.mjml', 5, 7],
    ['!', 'issue.mjml', 5, 21],
    ['</x>', 'issue.mjml', 6, 1],
  ])('leads from %s to its place', (needle, file, line, column) => {
    const { value } = expand(source, { story: partial })
    const offset = value?.text.indexOf(needle) ?? -1
    expect(offset).toBeGreaterThan(-1)
    expect(value?.map.placeAt(offset)).toEqual({ file: `templates/own/${file}.hbs`, line, column })
  })

  it('leaves no mark behind', () => {
    expect(expand(source, { story: partial }).value?.text).not.toMatch(/[\u0000-\u0008]/)
  })
})

describe('lint', () => {
  it.each<[string, string, string, string, string | undefined]>([
    ['{{issue.titel}}', 'GZ-T003', 'issue.mjml.hbs:1:3', 'issue.titel: there is no titel in the issue', undefined],
    ['a\n{{issue.subjekt}}', 'GZ-T003', 'issue.mjml.hbs:2:3', 'issue.subjekt: there is no subjekt in the issue', 'did you mean subject?'],
    ['{{#each sections as |s|}}{{#each s.stories}}{{titel}}{{/each}}{{/each}}', 'GZ-T003', 'issue.mjml.hbs:1:47', 'titel: there is no titel in a story', 'did you mean title?'],
    ['{{#each sections}}{{../isue.slug}}{{/each}}', 'GZ-T003', 'issue.mjml.hbs:1:21', '../isue.slug: there is no isue in what a template is given', 'did you mean issue?'],
    ['{{#each stories as |s|}}{{s.image.src}}{{/each}}', 'GZ-T003', 'issue.mjml.hbs:1:27', 's.image.src: s.image may be absent', 'put it inside {{#if s.image}} … {{/if}}'],
    ['{{lead.title}}', 'GZ-T003', 'issue.mjml.hbs:1:3', 'lead.title: lead may be absent', 'put it inside {{#if lead}} … {{/if}}'],
    ['{{@indx}}', 'GZ-T003', 'issue.mjml.hbs:1:3', 'there is no @indx here', 'one of: root'],
    ['{{issue.subject.length}}', 'GZ-T003', 'issue.mjml.hbs:1:3', 'issue.subject.length: issue.subject has no parts', undefined],
    ['{{truncat issue.subject 3}}', 'GZ-T004', 'issue.mjml.hbs:1:3', 'there is no helper truncat', 'did you mean truncate?'],
    ['{{lookup issue "slug"}}', 'GZ-T004', 'issue.mjml.hbs:1:3', 'there is no helper lookup', undefined],
    ['{{truncate issue.subject}}', 'GZ-T004', 'issue.mjml.hbs:1:1', 'truncate takes text, length', 'as in {{truncate story.title 60}}'],
    ['{{date issue.date stile="long"}}', 'GZ-T004', 'issue.mjml.hbs:1:19', 'date has no option stile', 'did you mean style?'],
    ['{{#each stories}}{{> stroy}}{{/each}}', 'GZ-T005', 'issue.mjml.hbs:1:22', 'there is no partial stroy', 'did you mean story?'],
    ['{{recipient "unsubscribeURL"}}', 'GZ-T006', 'issue.mjml.hbs:1:13', 'there is no field unsubscribeURL', 'did you mean unsubscribeUrl?'],
    ['{{recipient "first name"}}', 'GZ-T006', 'issue.mjml.hbs:1:13', 'first name cannot be the name of a field', 'letters, digits and underscores, a letter first'],
    ['{{stories}}', 'GZ-T009', 'issue.mjml.hbs:1:1', 'stories is a list and cannot be written', 'go through it with {{#each stories}}'],
    ['{{#each issue}}{{/each}}', 'GZ-T009', 'issue.mjml.hbs:1:1', '{{#each}} goes through a list, and this is none', 'use {{#with}} or {{#if}}'],
    ['{{#eq issue.slug "a"}}{{/eq}}', 'GZ-T004', 'issue.mjml.hbs:1:1', 'eq does not open a block', 'as in {{#if (eq section.name "Events")}}…{{/if}}'],
    ['{{#with lead}}{{url}}{{date}}{{../date}}{{/with}}', 'GZ-T003', 'issue.mjml.hbs:1:32', '../date: there is no date in what a template is given', undefined],
    ['{{{issue.subject}}}', 'GZ-T010', 'issue.mjml.hbs:1:1', '{{{issue.subject}}} writes text without escaping it', 'write {{issue.subject}}: rich text needs no third brace either'],
  ])('%s', (source, code, at, message, hint) => {
    const found = findings(source, { story: '{{title}}' })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ code, at, message })
    if (hint !== undefined) expect(found[0]?.hint).toBe(hint)
  })

  it('reports a mistake in a partial in that partial, once', () => {
    expect(findings('{{#each stories}}{{> story}}{{/each}}{{#with lead}}{{> story}}{{/with}}', { story: '<p>\n {{titel}}</p>' })).toEqual([
      { code: 'GZ-T003', at: 'partials/story.hbs:2:4', message: 'titel: there is no titel in a story', hint: 'did you mean title?' },
    ])
  })

  it.each([
    '{{#if lead}}{{lead.title}}{{/if}}',
    '{{#unless lead}}none{{else}}{{lead.title}}{{/unless}}',
    '{{#with lead}}{{title}}{{#if image}}{{image.src}}{{/if}}{{/with}}',
    '{{#each stories}}{{#if (and image url)}}{{image.src}}{{/if}}{{/each}}',
    '{{#each stories as |s i|}}{{i}}{{@index}}{{#if @first}}{{s.title}}{{/if}}{{#each s.tags}}{{this}}{{/each}}{{/each}}',
    '{{#each stories}}{{@root.issue.slug}}{{../issue.slug}}{{/each}}',
    '{{#each stories}}{{> story wide=true}}{{/each}}',
    '{{#with lead}}{{#if image}}{{> thumb}}{{/if}}{{/with}}',
    '{{#> layout}}{{issue.subject}}{{/layout}}',
    '{{#> layout}}{{#*inline "extra"}}{{issue.slug}}{{/inline}}x{{/layout}}',
    '{{#sections}}{{name}}{{/sections}}',
    '{{#each stories}}{{{blurb}}}{{/each}}',
    '{{!-- a comment with {{nonsense}} --}}',
  ])('allows %s', (source) => {
    expect(
      findings(source, {
        story: '{{title}}{{#if wide}}!{{/if}}'.replace(source.includes('wide') ? '' : '{{#if wide}}!{{/if}}', ''),
        thumb: '{{image.src}}',
        layout: '<div>{{> @partial-block}}{{#if issue.slug}}{{#> extra}}{{/extra}}{{/if}}</div>',
      }).filter((one) => !one.at.startsWith('partials/thumb') || source.includes('thumb')),
    ).toEqual([])
  })
})

describe('syntax errors', () => {
  it.each([
    ['a\n {{#if issue.slug}}\n b', 2, 2, 'the block {{#if}} is not closed'],
    ['{{#if issue.slug}}\n{{/each}}', 2, 1, '{{/each}} stands where {{/if}} is due'],
    ['a {{/if}}', 1, 3, '{{/if}} closes a block that was not opened'],
    ['a\nbb {{issue.slug', 2, 4, 'the tag that starts here is not closed'],
    ['{{#if issue.slug}}\nbb {{issue.slug} {{/if}}', 2, 4, 'the tag that starts here is not closed'],
    ['a\nbb {{> }}', 2, 7, 'Handlebars cannot read the tag here'],
  ])('%j', (source, line, column, message) => {
    expect(findings(source)).toMatchObject([{ code: 'GZ-T002', at: `issue.mjml.hbs:${line}:${column}`, message }])
  })
})
