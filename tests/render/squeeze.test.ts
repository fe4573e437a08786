import { describe, expect, it } from 'vitest'
import { squeezeCss } from '../../src/render/squeeze-css.ts'
import { squeeze } from '../../src/render/squeeze.ts'

describe('squeeze', () => {
  it.each([
    ['space beside blocks goes', '<div>\n  <p>\n a </p>\n\n <p>b</p></div>', '<div><p>a</p><p>b</p></div>'],
    ['space inside a line stays, as one', '<p>a  <b> b </b>\t<i>c</i>\n <a>d</a></p>', '<p>a <b> b </b> <i>c</i>\n<a>d</a></p>'],
    ['comments are passed over', '<td>\n <!--[if mso]>\n <td  width="10" >\n<![endif]-->\n <p>a</p></td>', '<td><!--[if mso]>\n <td  width="10" >\n<![endif]--><p>a</p></td>'],
    ['text before a comment keeps its space', '<p>a <!--x--> b</p>', '<p>a <!--x--> b</p>'],
    ['pre is kept byte for byte', '<div>\n<pre class="">\n a  \n\n <b>  x</b>\n</pre>\n</div>', '<div><pre>\n a  \n\n <b>  x</b>\n</pre></div>'],
    ['textarea is kept byte for byte', '<p>\n<textarea>\n a  <b>\n</textarea>\n</p>', '<p><textarea>\n a  <b>\n</textarea></p>'],
    ['nested elements with white-space: pre are kept', '<p>\n<span style="white-space: pre">a  <span> b </span>  c</span>  d</p>', '<p><span style="white-space:pre">a  <span> b </span>  c</span> d</p>'],
    ['empty attributes that mean nothing go', '<img class="" style="" alt="" src="a" title=""><td class=" "></td>', '<img alt="" src="a"><td></td>'],
    ['alt, href and unknown ones stay', '<a href="" alt="" data-x=""></a>', '<a href="" alt="" data-x=""></a>'],
    ['space between attributes becomes one', '<td  align="left"\n   width="1" ><br /></td >', '<td align="left" width="1"><br/></td>'],
    ['inline styles lose their space', '<p style=" color: red ; width:50% !important; ">a</p>', '<p style="color:red;width:50% !important">a</p>'],
    ['strings in inline styles stay', `<p style="font-family: 'A ; B', serif;">a</p>`, `<p style="font-family:'A ; B', serif">a</p>`],
    ['single quotes stay single', `<p title='a "b"'>a</p>`, `<p title='a "b"'>a</p>`],
    ['the title is tidied', '<title>\n a \n b</title>', '<title>a b</title>'],
    ['a script is left alone', '<script>\n a  <  b\n</script>', '<script>\n a  <  b\n</script>'],
    ['no-break spaces are not white space', '<p>\u00a0 a</p>', '<p>\u00a0 a</p>'],
  ])('%s', (_, html, expected) => {
    expect(squeeze(html)).toBe(`${expected}\n`)
    expect(squeeze(squeeze(html))).toBe(squeeze(html))
  })

  it('survives broken markup', () => {
    for (const html of ['<', '<p', '<p class="', '<!--', '<style>', 'a < b', '</', '<pre>  ']) {
      expect(squeeze(html).replace(/\s/g, '')).toBe(html.replace(/\s/g, ''))
    }
  })
})

describe('squeezeCss', () => {
  it.each([
    ['.a { color : red ; }', '.a{color : red}'],
    ['.a {\n  color: red;\n  width: 50% !important;\n}\n.b .c { }', '.a{color:red;width:50% !important}.b .c{}'],
    ['@media only screen and (min-width: 480px) { .a { width: 1px; } }', '@media only screen and (min-width: 480px){.a{width:1px}}'],
    ['/* c */ .a { /* d; } */ color: red }', '.a{color:red}'],
    ['.a { content: "x ; /* y */ { " ; }', '.a{content:"x ; /* y */ { "}'],
    ['.a { background: url(a ;b.png) ; }', '.a{background:url(a ;b.png)}'],
    ['a:hover { } a :hover { }', 'a:hover{}a :hover{}'],
    ['<!-- .a { b } -->', '<!-- .a { b } -->'],
  ])('%s', (css, expected) => {
    expect(squeezeCss(css)).toBe(expected)
    expect(squeezeCss(expected)).toBe(expected)
  })
})
