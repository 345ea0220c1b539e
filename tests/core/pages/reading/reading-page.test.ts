import { parse, parseFragment, serialize } from 'parse5'
import { describe, expect, test } from 'vitest'
import { attributeOf, elementsBelow, textOf } from '../../../../src/core/tree.ts'
import type { Element } from '../../../../src/core/model.ts'
import { readingSection } from '../../../../src/core/pages/reading/reading-section.ts'
import { wordsIn } from '../../../../src/core/i18n/words-in.ts'
import { composeText, type Surroundings } from '../../../support/compose-text.ts'

const read = (text: string, around: Surroundings = {}) => {
  const { reading } = composeText(text, around)
  // A document holds children as an element does.
  const elements = elementsBelow(parse(reading) as unknown as Element)
  const all = (tagName: string) => elements.filter((element) => element.tagName === tagName)
  return { reading, elements, all }
}
const headings = (text: string) =>
  read(text)
    .elements.filter(({ tagName }) => /^h\d$/.test(tagName))
    .map((element) => `${element.tagName} ${textOf(element)}`)

describe('headings', () => {
  test('are in order below one for the page, whatever their authors chose', () => {
    expect(headings('---\ntitle: T\n---\n# A\n#### B\n# C\n\n---\n\n### D\n## E')).toEqual(['h1 T', 'h2 A', 'h3 B', 'h2 C', 'h2 D', 'h2 E'])
  })

  test('of notes stand below that of their slide', () => {
    expect(headings('# A\n\nNote:\n# B\n## C\n\n---\n\n# D\n\nNote:\n# E')).toEqual(['h1 A', 'h2 B', 'h3 C', 'h2 D', 'h3 E'])
  })

  test('are given to slides without one, and empty ones are none', () => {
    expect(headings('# T\n\n---\n\ntext\n\n---\n\n#\n\nmore')).toEqual(['h1 T', 'h2 Slide 2', 'h2 Slide 3'])
  })

  test('are there once where slides repeat them, and what is below them stays below them', () => {
    expect(headings('# T\n## a\n\n---\n\n# A\n## b\n\n---\n\n# A\n## c\n\nNote:\n# d\n\n---\n\n# T')).toEqual([
      ...['h1 T', 'h2 a', 'h2 A', 'h3 b', 'h3 c', 'h3 d', 'h2 T'],
    ])
    expect(read('# T').reading).toContain('<div id="T"></div>')
    expect(headings('# T\n\n---\n\n# T\n## a')).toEqual(['h1 T', 'h2 a'])
  })
})

test('slides that do not count are read, but not counted', () => {
  const { reading, elements } = read('# A\n\n---\n\n<!-- .slide: data-visibility="uncounted" -->\n\n# B')
  expect(elements.filter(({ tagName }) => tagName === 'h2').map((element) => textOf(element))).toEqual(['B'])
  expect(reading).toContain('>Show 1 slide</a>')
})

describe('a slide', () => {
  test('keeps its trees as they are: the page of the deck may be made before or after', () => {
    const [tree, notes] = ['<h1>A</h1><font color="red">b</font>', '<h3>c</h3><img data-src="d.png">'].map((html) => parseFragment(html))
    if (!tree || !notes) throw new Error('there are no trees')
    const before = [serialize(tree), serialize(notes)]
    const slide = { tree, notes, attributes: {}, title: 'A', line: 1, lines: new Map() }
    const { words } = wordsIn(['en'])
    const context = {
      words,
      lang: '',
      deck: 'a.html',
      above: '',
      isBelow: false,
      ids: new Set<string>(),
      pictures: new Set<string>(),
      follow: String,
    }
    expect(readingSection({ slide, h: 0, v: 0, number: 1, id: 'slide-0-0' }, context)).toContain('<h2>A</h2>')
    expect([serialize(tree), serialize(notes)]).toEqual(before)
  })

  test('is a section with a link back, and no landmark', () => {
    const { reading } = read('# A\n\n---\n\n## B\n\n----\n\nc <i>d</i>')
    expect(reading).toContain('<section class="hr-slide" id="b">\n')
    expect(reading).toContain('<section class="hr-slide" id="c-d">\n')
    expect(reading).toContain('<a href="deck.html#/c-d" aria-label="Open slide 3">Slide 3</a>')
  })

  test('shows its notes when asked for', () => {
    expect(read('a\n\nNote: b').reading).toMatch(/<details class="hr-notes"><summary>Speaker notes<\/summary>\n<div>.*<p>b<\/p>/s)
    expect(read('a').reading).not.toMatch(/hr-notes|checkbox/)
  })

  test('with few words shows the picture behind it, once in a deck', () => {
    const background = '<!-- .slide: data-background="a.png" -->'
    const { all } = read(
      `${background}\n# A\n\n---\n\n${background}\n# B\n\n---\n\n<!-- .slide: data-background="b.png" -->\n${'words '.repeat(90)}`,
      {
        files: ['a.png', 'b.png'],
      },
    )
    expect(all('img').map((image) => `${attributeOf(image, 'class')} ${attributeOf(image, 'src')} ${attributeOf(image, 'alt')}`)).toEqual([
      'hr-photo a.png ',
    ])
  })

  test('that is hidden is not there', () => {
    expect(
      read('# A\n\n---\n\n<!-- .slide: data-visibility="hidden" -->\n# B')
        .all('section')
        .filter((element) => attributeOf(element, 'class') === 'hr-slide'),
    ).toHaveLength(1)
  })
})

describe('what cannot be there in a document', () => {
  test('a missing picture is a card, and one of another server a link, but not in a link', () => {
    const { reading } = read('![A](a.png) ![](https://a.example/x/b%20c.png) [![D](https://a.example/d.png)](https://b.example)')
    expect(reading).toContain('<span class="hr-absent">A (image not found)</span>')
    expect(reading).toContain(
      '<a class="hr-absent" href="https://a.example/x/b%20c.png" target="_blank" rel="noopener noreferrer">b c.png (image on a.example)</a>',
    )
    expect(reading).toContain('<span class="hr-absent">D (image on a.example)</span></a>')
    expect(reading).not.toContain('data-src')
  })

  test('frames are links, and media wait to be played', () => {
    const { reading, all } = read(
      '<video src="a.mp4" autoplay muted></video>\n\n{%pdf a.pdf %}\n\n<iframe src="https://player.vimeo.com/video/1"></iframe>',
      { files: ['a.mp4', 'a.pdf'] },
    )
    expect(all('video').map((video) => [attributeOf(video, 'autoplay'), attributeOf(video, 'controls')])).toEqual([[undefined, '']])
    expect(reading).not.toMatch(/<iframe|data-frame|frame-src/)
    expect(reading).toMatch(/href="a\.pdf".*href="https:\/\/player\.vimeo\.com\/video\/1"/s)
  })

  test('no script but that of the colour scheme may run', () => {
    expect(read('# A').reading).toContain("script-src 'sha256-scheme' 'strict-dynamic'")
    expect(
      read('# A')
        .all('script')
        .map((script) => textOf(script)),
    ).toEqual(['/* scheme */'])
  })
})

describe('addresses', () => {
  test('ids are there once, and those of the page go first', () => {
    const { elements } = read(
      '<p id="slide-0-0">a</p><p id="x">b</p><p id="x">c</p><p id="reading-text">d</p>\n\n# x[^1]\n\n[^1]: y\n\nNote: z[^1]\n\n[^1]: y',
    )
    const ids = elements.flatMap((element) => attributeOf(element, 'id') ?? [])
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    expect(ids).toEqual(expect.arrayContaining(['slide-0-0', 'x', 'reading-text']))
  })

  test('links to slides stay in the document', () => {
    expect(read('[a](#/1) [b](#B)\n\n---\n\n# B').reading).toMatch(/<a href="#b".*<a href="#B"/s)
  })

  test('lead to the deck, its source and the index, from a folder too', () => {
    const { reading } = read('# A', { path: 'x/deck.md' })
    expect(reading).toContain('<a href="../index.html">')
    expect(reading).toContain('<a class="hr-present" href="deck.html">')
    expect(reading).toContain('<a href="deck.md" download>')
    expect(reading).not.toContain('canonical')
  })

  test('both pages name the address that search engines list, where the site has one', () => {
    const { reading, page } = composeText('# A', { path: 'x/ä.md', site: 'url: https://a.example/slides' })
    expect(page).toContain('<link rel="canonical" href="https://a.example/slides/x/%C3%A4.html">')
    expect(reading).toContain('<link rel="canonical" href="https://a.example/slides/x/%C3%A4.html">')
  })

  test('the page of the slides leads to the document and the source', () => {
    const { page } = composeText('# A')
    expect(page).toContain('<link rel="alternate" type="text/html" href="deck.read.html" title="Reading view">')
    expect(page).toContain('<link rel="alternate" type="text/markdown" href="deck.md">')
    expect(page).toContain('<noscript><p class="no-script" lang="en"><a href="deck.read.html">Reading view</a></p></noscript>')
  })
})

test('contents list the slides, those of a stack inside, and repeated titles once', () => {
  const { all } = read('# A\n\n---\n\n# B\n\n----\n\n# B\n\n----\n\n# <C>\n\n---\n\n# D')
  const nav = all('nav').find((element) => attributeOf(element, 'class') === 'hr-contents')
  expect(nav && textOf(nav)).toBe('Contents Contents A B <C> D')
  expect(nav && elementsBelow(nav).filter(({ tagName }) => tagName === 'ol')).toHaveLength(2)
})

test('tables stand in a box, which a key reaches where it scrolls on a phone', () => {
  const { reading } = read('| a | b |\n|---|---|\n| c | d |\n\n| a | b |\n|---|---|\n| Donaudampfschifffahrt | Kapitänskajüte |')
  expect(reading).toContain('<div class="hr-table"><table')
  expect(reading).toContain('<div class="hr-table" tabindex="0" role="group" aria-label="Table"><table')
})

test('words are those of the site, and say so where the deck is in another language, also a list of its titles', () => {
  const inGerman = (text: string) => read(text, { site: 'lang: de' }).reading
  expect(inGerman('# A')).toMatch(/<html lang="de">.*<summary>Inhalt<\/summary>\n<ol>\n.*>Folie 1<\/a>/s)
  const english = inGerman('---\nlang: en\n---\n# A')
  expect(english).toMatch(
    /<html lang="en">.*<nav class="hr-contents" lang="de".*<summary>Inhalt<\/summary>\n<ol lang="en">.*>Folie 1<\/a>/s,
  )
  expect(english).toContain('<footer class="hr-footer hr-end" lang="de">')
  expect(read('---\nlang: pt\n---\n# A').reading).toMatch(/<html lang="pt">.*<nav class="hr-contents" lang="en"/s)
})

test('titles are text', () => {
  const { reading } = read('---\ntitle: "</title><script>1</script>"\n---\n# "><img src=x>')
  expect(reading).not.toMatch(/<script>1|<img src="?x/)
})
