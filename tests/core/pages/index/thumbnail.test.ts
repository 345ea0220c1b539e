import { describe, expect, test } from 'vitest'
import { composeText } from '../../../support/compose-text.ts'
import { parseFragment, serialize } from 'parse5'
import { stillTree } from '../../../../src/core/pages/index/thumbnail.ts'

const thumbnailOf = (text: string, surroundings: Parameters<typeof composeText>[1] = {}) =>
  composeText(text, { path: 'x/deck.md', files: ['x/a.png', 'b.png'], ...surroundings }).thumbnail
const htmlOf = (text: string, surroundings = {}) => thumbnailOf(text, surroundings)?.html ?? ''
const deck = (text: string, options = '') => `---\ntype: slide\n${options}---\n\n${text}\n`

describe('the thumbnail of a deck', () => {
  test('is its first slide and nothing of the others', () => {
    const html = htmlOf(deck('# One\n\ntext\n\nNote: said\n\n----\n\n# Below\n\n---\n\n# Two'))
    expect(html).toMatch(/<section class="present"[^>]*>.*One.*text/s)
    expect(html).not.toMatch(/said|Below|Two/)
  })

  test('has the pictures where the root of the site finds them', () => {
    const html = htmlOf(deck('<!-- .slide: data-background="../b.png" -->\n# One\n\n![](a.png)'))
    expect(html).toContain('src="x/a.png"')
    expect(html).toContain('background-image:url(b.png)')
    expect(html).toContain('data-background="b.png"')
  })

  test('loads nothing from other servers, whatever the deck may', () => {
    const html = htmlOf(deck('<!-- .slide: data-background="https://a.example/b.png" -->\n# One\n\n![](https://a.example/a.png)'), {
      trusted: ['x/deck.md'],
    })
    expect(html).toContain('One')
    expect(html).not.toContain('a.example')
  })

  test('is painted as the slide is', () => {
    const background = (attributes: string) =>
      /class="hr-background" style="([^"]*)"/.exec(htmlOf(deck(`<!-- .slide: ${attributes} -->\n# A`)))?.[1]
    expect(background('data-background="rgb(1,2,3)"')).toBe('background:rgb(1,2,3)')
    expect(background('data-background-gradient="linear-gradient(red, blue)"')).toBe('background-image:linear-gradient(red, blue)')
    expect(background('data-background="../b.png" data-background-size="contain" data-background-opacity="0.3"')).toMatch(
      /background-size:contain;opacity:0\.3$/,
    )
    expect(htmlOf(deck('<!-- .slide: data-background-color="#111" -->\n# A'))).toContain('class="present has-dark-background"')
  })

  test('has the size, language and style sheet of its deck, and its theme', () => {
    const thumbnail = thumbnailOf(
      deck(
        '<style>h1 { color: red }</style>\n\n# A',
        'lang: ar\nslideOptions:\n  width: 1280\n  rtl: true\n  center: false\n  theme: white\n',
      ),
      {
        site: 'brand: scs',
      },
    )
    expect(thumbnail?.html).toMatch(
      /^<style>@layer deck\{h1:where\(.*\}<\/style><div class="reveal ready" lang="ar" dir="rtl" style="--slide-width:1280;--slide-height:700">/,
    )
    expect(thumbnail?.sheets).toEqual(['theme-white.css', 'brand-scs.css'])
  })

  test('has the style sheet of formulas only where it shows one', () => {
    expect(thumbnailOf(deck('# $x$'))?.sheets).toContain('math.css')
    expect(thumbnailOf(deck('# A\n\n---\n\n$x$'))?.sheets).not.toContain('math.css')
  })

  test.each([
    ['nothing to see', ''],
    ['nothing but a missing picture', '![](gone.png)'],
    ['too much', `# A\n\n${'word '.repeat(5000)}`],
    ['no slide that is shown', '<!-- .slide: data-visibility="hidden" -->\n# A'],
  ])('is none with %s', (_, text) => {
    expect(thumbnailOf(deck(text))).toBeUndefined()
  })

  test('skips a slide that is hidden', () => {
    expect(htmlOf(deck('<!-- .slide: data-visibility="hidden" -->\n# A\n\n---\n\n# B'))).toContain('B')
  })

  test('ends no element that it stands in', () => {
    const html = htmlOf(
      deck('<style>h1::before { content: "</style></template><script>" }</style>\n\n# `</template><script>alert(1)</script>`'),
    )
    expect(html).not.toMatch(/<\/template|<script/)
  })
})

const still = (html: string) =>
  serialize(stillTree(parseFragment(html), (address) => (address.startsWith('https:') ? undefined : `root/${address}`)))

describe('a still copy of a slide', () => {
  test('leaves the slide as it was', () => {
    const tree = parseFragment('<p class="fragment"><a href="x"><img src="a.png"></a></p>')
    const before = serialize(tree)
    stillTree(tree, () => undefined)
    expect(serialize(tree)).toBe(before)
  })

  test('shows what would come with a step', () => {
    expect(still('<p class="fragment fade-up big">a</p>')).toBe('<p class="fade-up big">a</p>')
  })

  test('leads nowhere', () => {
    expect(still('<a class="embed" href="https://a.example" target="_blank" rel="noopener" data-frame="x">a</a>')).toBe(
      '<a class="embed">a</a>',
    )
  })

  test('plays nothing and shows no notes', () => {
    expect(
      still('<video src="a.mp4" autoplay></video><audio src="a.mp3"></audio><iframe src="a.pdf"></iframe><aside class="notes">n</aside>b'),
    ).toBe('b')
  })

  test('has its pictures late, and from where it stands', () => {
    expect(still('<img src="a.png" alt="A" style="--width:3">')).toBe(
      '<img loading="lazy" decoding="async" src="root/a.png" alt="A" style="--width:3">',
    )
  })

  test('has no picture that is missing or on another server', () => {
    expect(still('<p>a<img data-src="gone.png" alt="gone"><img src="https://a.example/a.png"></p>')).toBe('<p>a</p>')
  })

  test('keeps drawings', () => {
    const svg = '<svg viewBox="0 0 1 1"><g class="node"><path d="M0 0"></path><use href="#a"></use></g></svg>'
    expect(still(svg)).toBe(svg)
  })
})
