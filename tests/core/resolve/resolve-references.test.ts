import { describe, expect, test } from 'vitest'
import { composeText } from '../../support/compose-text.ts'

const files = ['talks/a.png', 'a.png', 'talks/slides.pdf', 'talks/a.mp4', 'talks/0b7e.jpg']
const pages = { 'talks/deck.md': 'talks/deck', 'talks/other.md': 'talks/other', 'index.md': 'decks' }

function compose(markdown: string, site = '') {
  const { slides, places, assets, page } = composeText(markdown, { path: 'talks/deck.md', files, pages, site })
  return { slides: slides.replace(/\n/g, ''), places: places(), assets, page }
}

describe('decision 15: a picture', () => {
  test.each(['![a](a.png)', '![a](./a.png)', '<img src="a.png" alt="">', '<img src="./a.png?x=1" alt="">'])(
    'stands beside the deck: %s',
    (markdown) => {
      const { slides, assets, places } = compose(markdown)
      expect(slides).toMatch(/<img src="a\.png"[^>]*>/)
      expect({ assets, places }).toEqual({ assets: ['talks/a.png'], places: [] })
    },
  )

  test('may stand above the deck, and its address says so', () => {
    expect(compose('![a](../a.png)')).toMatchObject({ assets: ['a.png'], places: [] })
    expect(compose('![](/a.png)').slides).toContain('src="../a.png"')
  })

  test('that is missing keeps its address where nothing loads it, and warns', () => {
    const { slides, places, assets } = compose('a\n\n![x](b.png)')
    expect(slides).toContain('<img alt="x" data-src="b.png">')
    expect({ places, assets }).toEqual({ places: ['asset-missing:3'], assets: [] })
  })

  test.each(['../../a.png', '%2e%2e/%2e%2e/etc/passwd', '.env', 'a%00.png'])('of %s is no file that a deck may refer to', (address) => {
    const { slides, places, assets } = compose(`<img src="${address}">`)
    expect(slides).not.toMatch(/<img[^>]* src=/)
    expect({ places, assets }).toEqual({ places: ['asset-outside:1'], assets: [] })
  })

  test('without an address warns', () => {
    expect(compose('![x]()').places).toEqual(['asset-missing:1'])
  })

  test('in its own address stays', () => {
    const picture = '<img src="data:image/png;base64,AAAA" alt="">'
    expect(compose(picture)).toMatchObject({ places: [], slides: expect.stringContaining('src="data:image/png;base64,AAAA"') })
  })

  test('that is a drawing in its own address is taken off', () => {
    expect(compose('<img src="data:image/svg+xml;base64,AAAA">').slides).toContain('<img alt="">')
  })
})

describe('decision 16: an upload of a pad server', () => {
  test('is the file of that name beside the deck', () => {
    const { slides, assets, places } = compose('![a](https://pad.example/uploads/0b7e.jpg)')
    expect(slides).toContain('src="0b7e.jpg"')
    expect({ assets, places }).toEqual({ assets: ['talks/0b7e.jpg'], places: [] })
  })

  test('without one is not loaded, and the message names the file', () => {
    const { slides, places } = compose('![](https://pad.example/uploads/none.jpg)')
    expect(slides).toContain('data-src="https://pad.example/uploads/none.jpg"')
    expect(places).toEqual(['asset-upload:1'])
  })

  test('cannot be a way out of the folder', () => {
    expect(compose('![](https://pad.example/uploads/..%2f..%2fa.png)')).toMatchObject({ assets: [], places: ['asset-remote:1'] })
  })
})

test('a picture on another server is not loaded', () => {
  const { slides, places } = compose('![](https://evil.example/x.png) ![](//evil.example/y.png)')
  expect(slides).not.toMatch(/<img[^>]* src=/)
  expect(places).toEqual(['asset-remote:1', 'asset-remote:1'])
})

test.each(['<audio src="https://evil.example/a.mp3">', '<video poster="https://evil.example/a.png">', '<video src="none.mp4">'])(
  'no medium loads from elsewhere: %s',
  (html) => {
    const { slides, places } = compose(html)
    expect(slides).not.toMatch(/(src|poster)=/)
    expect(places).toHaveLength(1)
  },
)

test.each(['<video src="a.mp4" autoplay></video>', '<video src="a.mp4" autoplay muted></video>', '<audio src="a.mp3" autoplay></audio>'])(
  '%s waits for its slide',
  (html) => {
    const { slides } = compose(html)
    expect(slides).not.toContain(' autoplay')
    expect(slides).toContain(' data-autoplay')
  },
)

describe('a link', () => {
  test.each([
    ['[x](./other.md)', 'href="other.html"'],
    ['[x](other.md#/2/1)', 'href="other.html#/2/1"'],
    ['[x](../index.md)', 'href="../decks.html"'],
    ['[x](slides.pdf#page=2)', 'href="slides.pdf#page=2"'],
    ['[x](#/0/0)', 'href="#/0/0"'],
    ['[x](other.html#/2)', 'href="other.html#/2"'],
    ['[x](mailto:a@b.c)', 'href="mailto:a@b.c"'],
  ])('%s leads to %s', (markdown, attribute) => {
    expect(compose(markdown)).toMatchObject({ slides: expect.stringContaining(`<a ${attribute}>`), places: [] })
  })

  test('to another server opens a window that knows nothing of ours', () => {
    expect(compose('[x](https://a.example)').slides).toContain('<a href="https://a.example" target="_blank" rel="noopener noreferrer">')
    expect(compose('<a href="//a.example/x">x</a>').slides).toContain('rel="noopener noreferrer"')
  })

  test('of another scheme is not kept', () => {
    expect(compose('<a href="javascript:alert(1)">x</a>')).toMatchObject({ slides: expect.stringContaining('<a>x</a>') })
    expect(compose('<a href="[](https://a.b)">x</a>').slides).toContain('<a>x</a>')
  })

  test('to a deck in another case names it', () => {
    const { found } = composeText('[x](Other.md)', { path: 'talks/deck.md', pages })
    expect(found.map(({ message, edits }) => [message, edits?.[0]?.text])).toEqual([
      ['broken link: Other.md is not in the site; did you mean "other.md"?', 'other.md'],
    ])
  })

  test('to a file takes it into the site', () => {
    expect(compose('[x](slides.pdf)').assets).toEqual(['talks/slides.pdf'])
  })
})

describe('decision 27: a frame', () => {
  test('is a link, and loads nothing', () => {
    const { slides, places } = compose('<iframe src="https://a.example/x"></iframe>')
    expect(slides).toContain(
      '<a class="embed" href="https://a.example/x" target="_blank" rel="noopener noreferrer">https://a.example/x</a>',
    )
    expect(slides).not.toContain('<iframe')
    expect(places).toEqual(['embed-link:1'])
  })

  test('of a host of the list can be opened, and only then the policy names the host', () => {
    const { slides, page } = compose('{%youtube aqz-KE-bpKQ %}')
    expect(slides).toContain('data-frame="https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ"')
    expect(page).toContain('frame-src https://www.youtube-nocookie.com')
    expect(compose('# T').page).not.toContain('frame-src')
  })

  test('of no host can be opened where the list is empty', () => {
    expect(compose('{%youtube aqz-KE-bpKQ %}', 'embeds: []').slides).not.toContain('data-frame')
  })

  test('cannot be asked for by an attribute', () => {
    expect(compose('<a class="embed" data-frame="https://evil.example" href="https://evil.example">x</a>').slides).not.toContain(
      'data-frame',
    )
  })
})

describe('the background of a slide', () => {
  const attributesOf = (value: string, file: string) =>
    composeText(`<!-- .slide: data-background="${value}" -->\n\na`, { files: [file] }).slides.replace(/>.*/s, '')

  test('of a kind that reveal.js knows by its ending stays as it was written', () => {
    expect(attributesOf('a.png', 'a.png')).toBe('<section data-background="a.png"')
    expect(attributesOf('a.bmp', 'a.bmp')).toBe('<section data-background="a.bmp"')
  })

  test('of a kind that it does not know is named a picture', () => {
    expect(attributesOf('a.avif', 'a.avif')).toBe('<section data-background-image="a.avif"')
  })

  test('that is a video is named a video', () => {
    expect(attributesOf('./a.mp4?x', 'a.mp4')).toBe('<section data-background-video="a.mp4"')
  })
})
