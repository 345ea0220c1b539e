import { serialize } from 'parse5'
import { describe, expect, test } from 'vitest'
import { elements } from '../../../src/core/clean/policy.ts'
import { createSanitizer } from '../../../src/core/clean/sanitize.ts'
import { elementsBelow } from '../../../src/core/tree.ts'
import { recordReports, mustEnd } from '../../support/record-reports.ts'

const sanitize = createSanitizer()

function clean(html: string) {
  const { report, places, codes, found } = recordReports()
  const { tree, css } = sanitize(html, { file: 'deck.md', line: 1, markdown: html }, report)
  const [wrapper] = elementsBelow(tree)
  return {
    html: wrapper ? serialize(wrapper) : '',
    names: elementsBelow(tree).map(({ tagName }) => tagName),
    css,
    places: places(),
    codes: codes(),
    found,
  }
}

test.each(['data-draw', 'data-mermaid', 'data-options', 'data-frame'])('%s is for our own pages', (name) => {
  const { html, codes } = clean(`<pre class="diagram mermaid" ${name}="graph TD">x</pre>`)
  expect(html).not.toContain(name)
  expect(codes).toEqual(['attribute-removed'])
})

describe('elements', () => {
  test.each(Object.keys(elements).filter((name) => !/^(style|section|col|colgroup|caption|tbody|thead|tfoot|tr|td|th)$/.test(name)))(
    '<%s> is kept',
    (name) => {
      expect(clean(`<${name}></${name}>`).names).toContain(name)
    },
  )

  test('a table is kept with all its parts', () => {
    const table =
      '<table><caption>c</caption><colgroup><col></colgroup><thead><tr><th>h</th></tr></thead><tbody><tr><td>d</td></tr></tbody></table>'
    expect(clean(table)).toMatchObject({ html: table, codes: [] })
  })

  test.each([
    '<script>alert(1)</script>',
    '<SCRIPT SRC=x>',
    '<svg onload=alert(1)><a>x</a></svg>',
    '<svg/onload=alert(1)>',
    '<math><mtext></mtext></math>',
    '<object data=x>',
    '<embed src=x>',
    '<form action=x>',
    '<input autofocus onfocus=alert(1)>',
    '<button formaction=x>',
    '<base href=x>',
    '<meta http-equiv=refresh content=0>',
    '<link rel=stylesheet href=x>',
    '<title>x</title>',
    '<textarea>x</textarea>',
    '<noscript><p>x</p></noscript>',
    '<template><p>x</p></template>',
    '<xmp><p>x</p></xmp>',
    '<plaintext>',
    '<frameset><frame src=x></frameset>',
    '<image src=x onerror=alert(1)>',
    '<html onclick=x>',
    '<body onload=alert(1)>',
    '<head>',
    '<select><option>x</option></select>',
    '<marquee onstart=alert(1)>',
    '<x-custom>',
    '<constructor>',
    '<a__proto__>',
  ])('%s is no element: its tags are text', (html) => {
    const { names, html: result, codes } = clean(`${html}<p>after</p>`)
    expect(names.filter((name) => !Object.hasOwn(elements, name))).toEqual([])
    expect(names).toContain('p')
    expect(codes).toContain('element-shown-as-text')
    expect(result).toContain('after')
  })

  test.each(['<YOUR_Minor_Version>', '</Your-Name>', '<Foo  Bar="a>b">', '<svg\nviewBox="0 0 1 1">', '<Tag/>', '<a😀>', "<x y='<'>"])(
    'decision 12: %j is text as it was written',
    (tag) => {
      const { html } = clean(`<p>😀 <b>é</b> ${tag} after</p>`)
      expect(html).toBe(`<p>😀 <b>é</b> ${tag.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')} after</p>`)
    },
  )

  test('an unknown tag that names itself in an attribute is text as it was written', () => {
    expect(clean('<p><x y="<x z">a</p>').html).toBe('<p>&lt;x y="&lt;x z"&gt;a</p>')
  })

  test('text that only looks like a tag stays', () => {
    expect(clean('<p>a < b && c > d &lt;b&gt;</p>').html).toBe('<p>a &lt; b &amp;&amp; c &gt; d &lt;b&gt;</p>')
  })

  test('decision 30: a section is unwrapped', () => {
    expect(clean('<section><p>a</p><section>b</section></section>').html).toBe('<p>a</p>b')
  })

  test('decision 17: an end tag too many hides nothing', () => {
    expect(clean('<div>a</div></div><p>b</p>').html).toBe('<div>a</div><p>b</p>')
  })

  test('decision 17: an end tag without any start tag is said', () => {
    expect(clean('a</div>b</b>').found.map(({ message }) => message)).toEqual(['</div> has no opening <div>', '</b> has no opening <b>'])
  })

  test('decision 17: an end tag after another of its kind is said', () => {
    expect(clean('<div>a</div></div><p>b</p>').codes).toEqual(['element-unbalanced'])
  })

  test('what is never closed ends with the slide', () => {
    expect(clean('<div><b>a').html).toBe('<div><b>a</b></div>')
  })

  test('a tag is reported on its own line, not on that of the first text like it', () => {
    expect(clean('<p>`<xyz`</p>\n\n<p><x></p>').places).toContain('element-shown-as-text:3')
  })
})

describe('comments', () => {
  test('of ours that carry lines are taken out, and later reports have their line', () => {
    const { html, places } = clean('<!--source-line:7--><p onclick="x">a</p>')
    expect({ html, places }).toEqual({ html: '<p>a</p>', places: ['attribute-removed:7'] })
  })

  test.each(['<!--source-line:1e999-->', '<!--source-line:-4-->', '<!--source-line:2.5-->'])('%s does not move lines', (comment) => {
    expect(clean(`${comment}<p onclick="x">a</p>`).places).toEqual(['attribute-removed:1'])
  })
})

describe('attributes', () => {
  test.each([
    '<a href="https://a.b/" target="_blank" title="t">x</a>',
    '<a href="./a.md#b">x</a>',
    '<a href="mailto:a@b.c">x</a>',
    '<a href="tel:+49">x</a>',
    '<img src="a.png" alt="x" width="80%" height="300" loading="lazy">',
    '<p id="a" class="b c" lang="de" dir="rtl" style="color:red">x</p>',
    '<p data-x="any &lt;thing&gt;" data-id="a" data-fragment-index="2">x</p>',
    '<font color="red" size="4" face="serif">x</font>',
    '<ol start="3"><li value="5">x</li></ol>',
    '<video src="a.mp4" controls="" loop="" muted="" poster="a.png"></video>',
    '<details open=""><summary>x</summary></details>',
    '<del datetime="2024-01-01">x</del>',
  ])('of %s are kept', (html) => {
    expect(clean(html)).toMatchObject({ html, codes: [] })
  })

  test.each([
    '<p onclick="alert(1)">x</p>',
    '<p ONCLICK=alert(1)>x</p>',
    '<img src="a.png" onerror="alert(1)">',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="JaVaScRiPt:alert(1)">x</a>',
    '<a href="java&#10;script:alert(1)">x</a>',
    '<a href="&#1;javascript:alert(1)">x</a>',
    '<a href="vbscript:x">x</a>',
    '<a href="data:text/html,x">x</a>',
    '<img src="data:image/svg+xml,&lt;svg onload=alert(1)>">',
    '<img srcset="https://evil.example/x 1x">',
    '<a href="x" ping="https://evil.example">x</a>',
    '<p is="x">x</p>',
    '<p slot="x" part="y" contenteditable autofocus tabindex=1>x</p>',
    '<iframe srcdoc="x"></iframe>',
    '<p data-background-iframe="javascript:alert(1)">x</p>',
    '<p data-notes="<img onerror=alert(1)>">x</p>',
    '<aside class="notes" data-markdown>x</aside>',
    '<p data-template data-src="x" data-charset="x">x</p>',
    '<p data-auto-animate-easing="url(x)">x</p>',
    '<p data-background-gradient="url(https://evil.example)">x</p>',
    '<p data-preview-link="https://evil.example">x</p>',
    '<p id="a b">x</p>',
    '<a target="_top" href="x">x</a>',
  ])('of %s are not all kept, which is said', (html) => {
    const { html: result, codes } = clean(html)
    expect(codes).toContain('attribute-removed')
    expect(result).not.toMatch(/alert|evil|srcdoc|markdown|data-template|data-src|_top/)
  })

  test('classes of the page and of reveal.js are taken away in silence', () => {
    expect(clean('<p class="reveal a slides present fragment">x</p>')).toMatchObject({ html: '<p class="a fragment">x</p>', codes: [] })
  })

  test('styles load nothing and stay on the slide', () => {
    expect(clean('<p style="color:red;background:url(https://evil.example);position:fixed;top:0">x</p>').html).toBe(
      '<p style="color:red;top:0">x</p>',
    )
  })

  test('a style that loses something is reported', () => {
    expect(clean('<p style="position:fixed">x</p>').codes).not.toEqual([])
  })

  test('a gradient that is no value is refused quickly', () => {
    const value = `${'linear-gradient(a)'.repeat(27)}!`
    mustEnd(() => clean(`<p data-background-gradient="${value}">x</p>`))
  })

  test('of a gradient are kept', () => {
    const html =
      '<p data-background-gradient="linear-gradient(to bottom, #283b95, rgb(23 178 195 / 50%)), radial-gradient(red, blue)">x</p>'
    expect(clean(html)).toMatchObject({ html, codes: [] })
  })
})

describe('style sheets', () => {
  test('are taken out, cleaned and scoped', () => {
    const { html, css, codes } = clean('<style>h1 { color: red } @import "x"; body { color: blue }</style><p>a</p>')
    expect(html).toBe('<p>a</p>')
    expect(css).toBe('h1:where(.slides,.slides *){color:red}.slides{color:blue}')
    expect(codes).toEqual(['css-removed'])
  })

  test('that are never closed take the rest of the slide, and no more', () => {
    expect(clean('<style>h1 { color: red } <p>a</p>')).toMatchObject({ html: '' })
  })
})

describe('a slide of an attacker', () => {
  test.each([
    ['unclosed formatting', `<p>${'<b class=i>'.repeat(2000)}</p>${'<p>x</p>'.repeat(2000)}`],
    ['fonts', `<p>${'<font color=i>'.repeat(2000)}</p>${'<p>x</p>'.repeat(2000)}`],
    ['depth', '<div>'.repeat(100_000)],
    ['inline depth', '<b>'.repeat(100_000)],
    ['width', '<br>'.repeat(100_000)],
    ['tables', '<table><tr><td>'.repeat(20_000)],
  ])('with %s ends quickly with an error', (_, html) => {
    let result: ReturnType<typeof clean> | undefined
    mustEnd(() => (result = clean(html)))
    expect(result).toMatchObject({ html: '', codes: ['slide-too-large'] })
  })

  test('may hold any characters', () => {
    expect(clean('<p>\u{1f600}\u202e\u0000\ud800é</p>').html).toContain('\u{1f600}\u202e')
  })

  test('with fifty thousand unknown tags ends quickly', () => {
    mustEnd(() => clean('<x>'.repeat(50_000)))
  })

  test('with a long unknown tag full of "<" ends quickly', () => {
    mustEnd(() => clean(`<${'a'.repeat(50_000)} x="${'<'.repeat(50_000)}">`))
  })
})
