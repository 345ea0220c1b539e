import { parse, parseFragment } from 'parse5'
import { describe, expect, test } from 'vitest'
import { elementsBelow, rawTextOf } from '../../../../src/core/tree.ts'
import type { Tree } from '../../../../src/core/model.ts'
import { embedded, SCRIPTS, singleText } from '../../../support/single-text.ts'
import { findLoads } from '../../../../src/core/pages/single/single-page.ts'

const deck = (text: string) => `---\ntype: slide\n---\n\n${text}\n`
const policyOf = (html: string) => /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]?.split('; ')

describe('a deck as a single file', () => {
  test('allows its two scripts by their hashes, what stands in it, and no network', () => {
    const { html } = singleText(deck('# A'))
    expect(policyOf(html)).toEqual([
      "default-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      `script-src ${SCRIPTS.loader.hash} ${SCRIPTS.script.hash}`,
      "style-src 'unsafe-inline'",
      'img-src data:',
      'font-src data:',
      'media-src data: blob:',
      "connect-src 'none'",
      "frame-src 'self'",
    ])
    expect(html.match(/<script[^]*?<\/script>/g)).toEqual([
      `<script>${SCRIPTS.loader.text}</script>`,
      `<script>${SCRIPTS.script.text}</script>`,
    ])
  })

  test('holds its style sheets where the first of them was, and their fonts', () => {
    const { html } = singleText(deck('<style>h1 { color: red }</style>\n\n# A $x$'), {
      sheets: { 'assets/theme-black.css': '@font-face{src:url(../a.woff2)}' },
    })
    expect(html).not.toMatch(/rel="stylesheet"|theme-black\.css/)
    expect(html).toContain(
      `<style>@font-face{src:url(${embedded('a.woff2')})}</style><style>/* assets/math.css */</style>\n<style>@layer deck{`,
    )
  })

  test('holds its pictures, sounds and films, those behind slides too', () => {
    const { html, found } = singleText(
      deck(
        '<!-- .slide: data-background="x/a.png" -->\n\n![a](x/a.png)\n\n<video src="b.mp4" poster="x/a.png"></video>\n\n---\n\n<!-- .slide: data-background-video="b.mp4" -->\n\n# B',
      ),
      { files: ['x/a.png', 'b.mp4'] },
    )
    expect(found).toEqual([])
    expect(html).toContain(`src="${embedded('x/a.png')}"`)
    expect(html).toContain(`poster="${embedded('x/a.png')}"`)
    expect(html).toContain(`<section data-background-image="${embedded('x/a.png')}"`)
    expect(html).toContain(`background-image:url(${embedded('x/a.png')})`)
    expect(html).toContain(`data-background-video="${embedded('b.mp4')}"`)
    expect(html).not.toMatch(/a\.png|b\.mp4/)
  })

  test('holds its icon', () => {
    expect(singleText(deck('# A'), { files: ['assets/icon.svg'] }).html).toContain(
      `<link rel="icon" href="${embedded('assets/icon.svg')}">`,
    )
  })

  test('holds the picture behind all slides', () => {
    const { html } = singleText('---\nslideOptions:\n  parallaxBackgroundImage: a.png\n---\n\n# A', { files: ['a.png'] })
    expect(html).toContain(`&quot;parallaxBackgroundImage&quot;:&quot;${embedded('a.png')}&quot;`)
  })

  test('holds the files that it links to, and the link gives them their names', () => {
    const { html } = singleText(deck('[the paper](x/a%20b.pdf#page=2)'), { files: ['x/a b.pdf'] })
    expect(html).toContain(`<a href="${embedded('x/a b.pdf')}" download="a b.pdf">the paper</a>`)
  })

  test('shows a PDF as a link to what it holds, not in a frame', () => {
    const { html } = singleText(deck('{%pdf a.pdf %}'), { files: ['a.pdf'] })
    expect(html).not.toContain('<iframe')
    expect(html).toContain(`href="${embedded('a.pdf')}" download="a.pdf"`)
  })

  test('leads to players of films by a link alone', () => {
    const { html } = singleText(deck('{%youtube dQw4w9WgXcQ %}'))
    expect(html).toMatch(/<a class="embed"[^>]* href="https:\/\/www\.youtube/)
    expect(html).not.toContain('data-frame')
  })

  test('leads to its own slides', () => {
    const { html } = singleText(deck('[a](#/2) [b](deck.md#/3) [c](deck.md)'), { pages: { 'deck.md': 'deck' } })
    expect(html.match(/<a href="[^"]*"/g)).toEqual(['<a href="#/2"', '<a href="#/3"', '<a href="#/"'])
  })

  test('leads to other decks of the site, where that says its address; otherwise their links are text, and that is said', () => {
    const text = deck('# A\n\n---\n\n[b](b.md#/3)')
    const pages = { 'deck.md': 'deck', 'b.md': 'b c' }
    const { html, found } = singleText(text, { pages, url: 'https://a.example/slides' })
    expect(found).toEqual([])
    expect(html).toContain('<a href="https://a.example/slides/b%20c.html#/3">b</a>')
    const other = singleText(text, { pages })
    expect(other.html).toContain('<a>b</a>')
    expect(other.places()).toEqual(['export-link:9'])
  })

  test('offers its source and its text, and all else of the site where that is', () => {
    const alone = singleText(deck('# A')).html
    expect(alone).toContain(`<link rel="alternate" type="text/markdown" href="${embedded('deck.md')}" data-name="deck.md">`)
    expect(alone).not.toMatch(/rel="up"|<noscript/)
    expect(alone).toContain('<link rel="alternate" type="text/html" href="?read" title="Reading view">')
    const published = singleText(deck('# A'), { url: 'https://a.example/' }).html
    expect(published).toContain('<link rel="up" href="https://a.example/index.html">')
    expect(published).not.toContain('deck.read.html')
  })

  test('loads nothing of other servers, however trusted its deck is, and says so', () => {
    const { html, places } = singleText(
      deck(
        '# A\n\n---\n\n<!-- .slide: data-background-image="https://a.example/g.png" -->\n\n![p](https://a.example/p.png) <video src="https://a.example/v.mp4" controls></video>',
      ),
      { trusted: ['deck.md'] },
    )
    expect(places()).toEqual(['export-remote:9', 'export-remote:9', 'export-remote:9'])
    // A card stands in its place.
    expect(html).toMatch(/<img [^>]*data-src="https:\/\/a\.example\/p\.png"/)
    expect(html).not.toMatch(/ src="https|background-image="https/)
  })

  test('keeps what is not there as it was', () => {
    const { html, found } = singleText(deck('![p](gone.png) ![q](https://a.example/q.png)'))
    expect(html).toMatch(/data-src="gone\.png".*data-src="https:\/\/a\.example\/q\.png"/s)
    expect(found).toEqual([])
  })

  test('holds the page of its speaker view, which nothing shows', () => {
    expect(singleText(deck('# A')).html).toContain(
      '<template class="speaker-page"><style>/* speaker */</style><main class="speaker"><h1>Speaker view</h1></main></template>\n<script>',
    )
  })

  test('is none where a style sheet would end the element that holds it', () => {
    expect(() => singleText(deck('# A'), { sheets: { 'assets/theme-black.css': 'a{content:"</style>"}' } })).toThrow(
      'would end the element',
    )
  })

  test('is none where a style sheet names what is not there', () => {
    expect(() => singleText(deck('# A'), { sheets: { 'assets/theme-black.css': 'a{mask:url(gone.svg)}' } })).toThrow(
      'names assets/gone.svg',
    )
  })
})

describe('what an author writes stays where it is', () => {
  test.each([
    '# </script><script>pwned = 1</script>',
    '`</script>` `<!--` `</style>` `<script>`',
    '<style>h1::after { content: "</style><script>pwned = 1</script>" }</style>\n\n# A',
    '<style>/* <!-- */ h1 { color: red }</style>\n\n# A',
    '<p title="</body></html><script>pwned = 1</script>">a</p>',
    '<p title="</template><script>">a</p>\n\nNote: </template></body><script>pwned = 1</script>',
    '<!-- </body> <script>pwned = 1</script> -->\n\n# A',
    '```html\n</body><script>pwned = 1</script>\n```',
  ])('%s', (text) => {
    const { html } = singleText(`---\ntype: slide\ntitle: '</body><script>pwned = 1</script>'\n---\n\n${text}`)
    const elements = elementsBelow(parse(html) as unknown as Tree)
    const scripts = elements.filter(({ tagName }) => tagName === 'script')
    expect(scripts.map(rawTextOf)).toEqual([SCRIPTS.loader.text, SCRIPTS.script.text])
    expect(html.endsWith(`<script>${SCRIPTS.script.text}</script>\n</body></html>`)).toBe(true)
  })
})

const loads = (html: string) => findLoads(elementsBelow(parseFragment(html)))

test.each([
  ['<img src="a.png">', 'img src'],
  ['<img src="https://a.example/b">', 'img src'],
  ['<video poster="x/a.jpg"></video>', 'video poster'],
  ['<section data-background-image="a.png"></section>', 'section data-background-image'],
  ['<section data-background="a.png"></section>', 'section data-background'],
  ['<section data-background-video="a.mp4"></section>', 'section data-background-video'],
  ['<iframe data-src="a.pdf"></iframe>', 'iframe data-src'],
  ['<a href="https://a.example" data-frame="https://a.example">a</a>', 'a data-frame'],
  ['<link rel="stylesheet" href="a.css">', 'link href'],
  ['<svg><image href="a.png"></image></svg>', 'image href'],
])('%s loads', (html, expected) => {
  expect(loads(html)).toEqual([expected])
})

test.each([
  '<img src="data:image/png;base64,aa">',
  '<img data-src="https://a.example/b.png">',
  '<a href="https://a.example">a</a>',
  '<link rel="canonical" href="https://a.example/">',
  '<link rel="icon" href="data:,">',
  '<section data-background="rgb(1, 2, 3)" data-background-color="#fff"></section>',
  '<svg><use href="#a"></use></svg>',
])('%s does not', (html) => {
  expect(loads(html)).toEqual([])
})
