import { describe, expect, test } from 'vitest'
import { readSiteOptions } from '../../../src/core/config/read-site-options.ts'
import { withoutCard } from '../../../src/core/pages/link-preview.ts'
import { composeText } from '../../support/compose-text.ts'

const SITE = 'url: https://a.example/slides\ntitle: Our talks'
const DECK = '---\ndate: 2026-01-31\nauthor: [Ana, Ben]\nlang: de-DE\n---\n\n# <b>&</b> "Us"\n\n![](x.png)\n\n---\n\n# Two'

const dataIn = (page: string): unknown => JSON.parse(/<script type="application\/ld\+json">(.*)<\/script>/.exec(page)?.[1] ?? '')

describe('link previews', () => {
  const { page, reading, summary } = composeText(DECK, { path: '2026/talk.md', files: ['2026/x.png'], site: SITE })

  test('have title, description, address and card of the deck', () => {
    for (const tag of [
      '<meta property="og:title" content="& “Us” – 2026-01-31">',
      '<meta property="og:description" content="Two">',
      '<meta property="og:url" content="https://a.example/slides/2026/talk.html">',
      '<meta property="og:site_name" content="Our talks">',
      '<meta property="og:locale" content="de_DE">',
      '<meta property="og:type" content="article">',
      '<meta property="article:published_time" content="2026-01-31">',
      '<meta property="og:image" content="https://a.example/slides/2026/talk.card.jpg">',
      '<meta property="og:image:type" content="image/jpeg">',
      '<meta property="og:image:width" content="1200">',
      '<meta property="og:image:height" content="630">',
      '<meta property="og:image:alt" content="& “Us” – 2026-01-31">',
      '<meta name="twitter:card" content="summary_large_image">',
    ])
      expect(page.replaceAll('&amp;', '&')).toContain(tag)
    expect(reading).toContain('<meta property="og:url" content="https://a.example/slides/2026/talk.html">')
  })

  test('say to search engines what the deck is', () => {
    expect(dataIn(page)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'PresentationDigitalDocument',
      name: '& “Us” – 2026-01-31',
      description: 'Two',
      inLanguage: 'de-DE',
      datePublished: '2026-01-31',
      author: [
        { '@type': 'Person', name: 'Ana' },
        { '@type': 'Person', name: 'Ben' },
      ],
      image: 'https://a.example/slides/2026/talk.card.jpg',
      url: 'https://a.example/slides/2026/talk.html',
      isPartOf: { '@type': 'WebSite', name: 'Our talks', url: 'https://a.example/slides/' },
    })
  })

  test('need the address of the site', () => {
    expect(composeText(DECK).page).not.toMatch(/og:|ld\+json|twitter/)
  })

  test('name no card that could not be drawn', () => {
    const site = readSiteOptions(SITE, () => undefined)
    for (const text of [page, reading]) {
      const plain = withoutCard(text, site, summary)
      expect(plain).not.toMatch(/og:image|card\.jpg/)
      expect(plain).toContain('<meta name="twitter:card" content="summary">')
      expect(dataIn(plain)).not.toHaveProperty('image')
      expect(() => withoutCard(plain, site, summary)).toThrow('has no tags that name its card')
    }
  })

  test('end where they should, whatever the title', () => {
    const title = '</script><script>alert(1)</script><!--'
    const hostile = composeText(`---\ntitle: ${JSON.stringify(title)}\n---\n\na`, { site: SITE }).page
    expect(dataIn(hostile)).toMatchObject({ name: title })
    expect(hostile.match(/<script/g)).toHaveLength(2)
  })
})
