import { describe, expect, test } from 'vitest'
import { cleanDeclarations, cleanStyleSheet, DECK } from '../../../src/core/clean/clean-css.ts'
import { mustEnd } from '../../support/record-reports.ts'

function clean(css: string) {
  const removed: string[] = []
  return { css: cleanStyleSheet(css, (what) => removed.push(what)), removed }
}

const declarations = (css: string) => cleanDeclarations(css, () => undefined)

describe('a selector', () => {
  test.each([
    ['h1', 'h1:where(.slides,.slides *)'],
    ['.slides h1', '.slides h1:where(.slides,.slides *)'],
    ['.reveal section img', '.reveal section img:where(.slides,.slides *)'],
    ['*', '*:where(.slides,.slides *)'],
    ['p::before', 'p:where(.slides,.slides *)::before'],
    ['a:hover', 'a:hover:where(.slides,.slides *)'],
    ['.reveal', '.slides'],
    ['body', '.slides'],
    [':root', '.slides'],
  ])('%s reaches only slides: %s', (written, scoped) => {
    expect(clean(`${written}{color:red}`)).toEqual({ css: `${scoped}{color:red}`, removed: [] })
  })

  test.each(['body:has(h1)', ':host', '& p', '.a:is(:has(b))', ':scope'])('%s reaches further and is left out', (selector) => {
    expect(clean(`${selector}{color:red}`)).toEqual({ css: '', removed: [selector] })
  })

  test.each([
    ['.reveal{background:red}', '.deck-background{background:red}'],
    ['body{background-color:red;font-size:2em}', '.deck-background{background-color:red}.slides{font-size:2em}'],
    ['html,body{background:red}', '.deck-background{background:red}'],
    ['html>body .reveal{background:red}', '.deck-background{background:red}'],
    ['.reveal-viewport{background:linear-gradient(red,blue)}', '.deck-background{background:linear-gradient(red,blue)}'],
    [':root{--r-background-color:red}', '.deck-background{background-color:red}.slides{--r-background-color:red}'],
    ['@media print{body{background:red}}', '@media print{.deck-background{background:red}}'],
    // Text in a colour of the author's is made for this background in the other scheme too.
    ['.reveal{background:red;color:#fff}', '.deck-background{background:red;visibility:visible}.slides{color:#fff}'],
    ['body,h1{background:red}', '.deck-background{background:red}h1:where(.slides,.slides *){background:red}'],
    ['body,h1{background:red;top:0}', '.deck-background{background:red}.slides{top:0}h1:where(.slides,.slides *){background:red;top:0}'],
    ['.reveal h1{background:red}', '.reveal h1:where(.slides,.slides *){background:red}'],
    ['.slides{background:red}', '.slides:where(.slides,.slides *){background:red}'],
    ['.deck-background{background:red}', '.deck-background:where(.slides,.slides *){background:red}'],
    ['body{background:url(a.png)}', '.slides{}'],
    ['body::before{background:red}', 'body:where(.slides,.slides *)::before{background:red}'],
  ])('that means the whole deck gives its background to the window: %s', (written, cleaned) => {
    expect(cleanStyleSheet(written, () => undefined, DECK)).toBe(cleaned)
  })

  test('of a list is left out alone', () => {
    expect(clean('h1,:host,h2{color:red}').css).toBe('h1:where(.slides,.slides *),h2:where(.slides,.slides *){color:red}')
  })
})

describe('a declaration', () => {
  test.each([
    'color:red',
    'background:linear-gradient(red,blue)',
    'transform:translate(1px,2px) rotate(3deg)',
    '--size:2em',
    'width:calc(100% - var(--size))',
    'position:absolute',
    'content:"x"',
    'background:url(data:image/png;base64,iVBORw0KGgo=)',
    '--x:url(data:image/webp;base64,AAAA)',
    'font-family:"Source Sans 3",sans-serif',
  ])('%s is kept', (css) => {
    expect(declarations(css)).toBe(css)
  })

  test.each([
    'background:url(https://evil.example/x.png)',
    'background:URL(x)',
    'background:u\\72l(x)',
    'background:\\75rl(x)',
    'background:image-set("https://evil.example/x" 1x)',
    'background:-webkit-image-set("x" 1x)',
    'background:image("x")',
    'background:cross-fade(url(x),url(y))',
    'background:paint(x)',
    'width:expression(alert(1))',
    'behavior:url(x)',
    '-moz-binding:url(x)',
    '--x:url(https://evil.example)',
    '--x:u\\72l(x)',
    '--p:fixed',
    'position:fixed',
    'position:sticky',
    'position:var(--p)fixed',
    'p\\6fsition:fixed',
    'cursor:url(x),auto',
    'list-style:url(x)',
    'filter:url(https://evil.example/#x)',
    'mask:url(x.svg)',
    'background:url(data:image/svg+xml;base64,PHN2Zz4=)',
    'background:url(data:text/html;base64,AAAA)',
    'background:url("data:image/png,AAAA")',
    'background:image-set("data:image/png;base64,AAAA" 1x)',
    'content:attr(data-x)',
    '--x:{a:b}',
    '--x:</style>',
  ])('%s is left out', (css) => {
    expect(declarations(css)).toBe('')
  })

  test('in quotes means nothing to a browser and is left as it is (decision 28)', () => {
    expect(clean('h1{color:"#50c3a5"}').css).toBe('h1:where(.slides,.slides *){color:"#50c3a5"}')
  })
})

describe('an animation', () => {
  test.each([
    ['animation:a 1s ease-in infinite,2s "b c" both', 'animation:deck-a 1s ease-in infinite,2s deck-b\\ c both'],
    ['animation-name:a,none,alternate', 'animation-name:deck-a,none,deck-alternate'],
    ['-webkit-animation:A 1s cubic-bezier(.1,.2,.3,.4)', '-webkit-animation:deck-A 1s cubic-bezier(.1,.2,.3,.4)'],
    ['-webkit-animation-name:a', '-webkit-animation-name:deck-a'],
    ['\\61nimation:a 1s', '\\61nimation:deck-a 1s'],
    ['animation:inherit', 'animation:inherit'],
    ['animation-duration:1s', 'animation-duration:1s'],
    ['transition:top 1s', 'transition:top 1s'],
  ])('%s means the keyframes of the deck', (written, cleaned) => {
    expect(declarations(written)).toBe(cleaned)
  })
})

describe('a rule with @', () => {
  test.each(['@media print', '@media (min-width:50em)', '@supports (display:grid)'])(
    '%s is kept, and what stands in it is cleaned',
    (rule) => {
      expect(clean(`${rule}{h1{color:red;background:url(x)}}`).css).toBe(`${rule}{h1:where(.slides,.slides *){color:red}}`)
    },
  )

  test('keyframes are kept under a name of the deck, with cleaned steps', () => {
    expect(clean('@keyframes a{from{top:0;background:url(x)}50%{top:1px}}').css).toBe('@keyframes deck-a{from{top:0}50%{top:1px}}')
  })

  test.each([
    ['@keyframes bounce-right{to{top:0}}', '@keyframes deck-bounce-right{to{top:0}}'],
    ['@-webkit-keyframes "a b"{to{top:0}}', '@-webkit-keyframes deck-a\\ b{to{top:0}}'],
    ['@media print{@keyframes \\62 x{to{top:0}}}', '@media print{@keyframes deck-bx{to{top:0}}}'],
  ])('%s takes no name that others animate by', (css, expected) => {
    expect(clean(css)).toEqual({ css: expected, removed: [] })
  })

  test.each(['@keyframes{to{top:0}}', '@keyframes a b{to{top:0}}'])('%s names nothing and is left out', (css) => {
    expect(clean(css)).toEqual({ css: '', removed: ['@keyframes'] })
  })

  test.each([
    '@import "x";',
    '@import url(x);',
    '@font-face{src:url(x)}',
    '@charset "x";',
    '@namespace x url(y);',
    '@page{margin:0}',
    '@layer a{h1{color:red}}',
    '@IMPORT "x";',
    '@\\69mport "x";',
  ])('%s is left out, which is said', (css) => {
    const result = clean(css)
    expect(result.css).toBe('')
    expect(result.removed).toHaveLength(1)
  })
})

describe('a style sheet', () => {
  test.each([
    'h1{content:"</style><script>alert(1)</script>"}',
    '[a="</style>"]{color:red}',
    'h1{color:red}</style><img>',
    '/*</style>*/h1{color:red}',
    'h1{content:"<!--"}',
  ])('cannot leave its element: %s', (css) => {
    expect(clean(css).css).not.toMatch(/<[/!]/)
  })

  test.each(['h1{color:red}}body{display:none', '}}}h1{color:red}', 'h1{color:red', '@media print{h1{color:red'])(
    'is balanced: %s',
    (css) => {
      const result = clean(css).css
      expect(result.split('{').length).toBe(result.split('}').length)
    },
  )

  test('with mistakes keeps what is right', () => {
    expect(clean('h1 { color: red; ; font-size 12px; top: 1px }\n.. { }\nh2 { color: blue }').css).toContain(
      'h2:where(.slides,.slides *){color:blue}',
    )
  })

  test('is cleaned to what is clean', () => {
    const { css } = clean('h1,.a>b::after{color:red}@media print{p{top:0}}')
    expect(clean(css).css.replaceAll(':where(.slides,.slides *):where(.slides,.slides *)', ':where(.slides,.slides *)')).toBe(css)
  })

  test('of more than 100 KB is left out', () => {
    expect(clean('h1{color:red}'.repeat(10_000))).toEqual({ css: '', removed: ['<style>'] })
  })
})

describe('a style sheet that was parsed after another', () => {
  test('with brackets that close nothing is cleaned as if it were the first', () => {
    const before = `p{all:calc(${'('.repeat(400)}`
    const css = 'h1{color:red}) a{color:blue} ] b{color:red}}'
    const first = cleanStyleSheet(css, () => undefined)
    for (let length = 0; length < 60; length += 1) {
      cleanStyleSheet(before.slice(0, 20 + length), () => undefined)
      mustEnd(() => cleanStyleSheet(`${css}${' '.repeat(length)}`, () => undefined))
      expect(cleanStyleSheet(css, () => undefined)).toBe(first)
    }
  })

  test('of nothing but closing brackets ends quickly', () => {
    mustEnd(() => cleanStyleSheet('}'.repeat(90_000), () => undefined))
  })
})

test.each(['h1{position:}', 'h1{--p:-webkit-sticky}', 'h1{--p:FIXED "unclosed\n}', '::slotted(body)h1{color:red}'])(
  '%j leaves no declaration',
  (css) => {
    expect(cleanStyleSheet(css, () => undefined)).not.toContain(':red')
    expect(cleanStyleSheet(css, () => undefined)).not.toMatch(/position|sticky|fixed/i)
  },
)

test.each([
  ['p:before{content:"x"}', 'p:where(.slides,.slides *):before{content:"x"}'],
  ['p:first-letter{color:red}', 'p:where(.slides,.slides *):first-letter{color:red}'],
])('%s keeps its effect', (css, cleaned) => {
  expect(cleanStyleSheet(css, () => undefined)).toBe(cleaned)
})

test('what is removed is reported with the lines above it', () => {
  const found: unknown[] = []
  cleanStyleSheet('\nh1 {\n  color: red;\n  position: fixed;\n}\n@import "x";\n:host { color: red }', (...what) => found.push(what))
  expect(found).toEqual([
    ['position:fixed', expect.any(String), 3],
    ['@import', expect.any(String), 5],
    [':host', expect.any(String), 6],
  ])
})
