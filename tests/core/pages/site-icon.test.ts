import { describe, expect, test } from 'vitest'
import { readSiteOptions } from '../../../src/core/config/read-site-options.ts'
import { brandGround } from '../../../src/core/pages/brand-colours.ts'
import { htmlPage } from '../../../src/core/pages/html-page.ts'
import { iconAddress } from '../../../src/core/pages/site-icon.ts'
import { absoluteUrls, relativeUrls } from '../../../src/core/pages/urls.ts'
import { composeText } from '../../support/compose-text.ts'
import { stubClient } from '../../support/stub-client.ts'

const site = (text: string, icon?: string) => ({ ...readSiteOptions(text, () => undefined), icon })
const client = { ...stubClient, brands: { ...stubClient.brands, own: { ...stubClient.site, icon: 'icon-own.svg' } } }
const page = { lang: 'en', title: 'A', scripts: [], connects: false, makesMarkup: false, head: '', body: '<body></body>' }

describe('the icon of pages', () => {
  test('is that of the site, else of its brand, else ours', () => {
    const urls = relativeUrls('sub/a.html')
    expect(iconAddress(site('brand: own', 'a logo.svg'), client, urls)).toBe('../a%20logo.svg')
    expect(iconAddress(site('brand: own'), client, urls)).toBe('../assets/icon-own.svg')
    expect(iconAddress(site('brand: scs'), client, urls)).toBe('../assets/icon.svg')
    expect(iconAddress(site(''), client, absoluteUrls('/base/'))).toBe('/base/assets/icon.svg')
  })

  test('is named by decks and reading views', () => {
    const { page, reading } = composeText('# A', { path: 'sub/a.md' })
    for (const text of [page, reading]) expect(text).toContain('<link rel="icon" href="../assets/icon.svg">')
  })

  test('of a page without one is not asked for', () => {
    expect(htmlPage(page)).toContain('<link rel="icon" href="data:,">')
  })
})

describe('the colour of the frame of the window', () => {
  test('is that of the page, in both schemes where the page has both', () => {
    const ground = brandGround({ tokens: '--brand-background:#fafafa;--brand-background-dark:#111' })
    expect(htmlPage({ ...page, ground })).toContain(
      '<meta name="theme-color" media="(prefers-color-scheme:dark)" content="#111">\n<meta name="theme-color" content="#fafafa">\n',
    )
    expect(htmlPage({ ...page, ground: { light: '#fff' } }).match(/theme-color/g)).toHaveLength(1)
  })

  test('ends no attribute', () => {
    const text = htmlPage({ ...page, ground: { light: '"><i>', dark: '"><b>' } })
    expect(text).toContain('content="&quot;&gt;&lt;b&gt;">')
    expect(text).not.toMatch(/<[bi]>/)
  })

  test('is not given for a deck whose theme has other colours', () => {
    expect(composeText('# A').page).not.toContain('theme-color')
    expect(composeText('# A', { site: 'brand: scs' }).page.match(/theme-color/g)).toHaveLength(1)
    expect(composeText('# A').reading.match(/theme-color/g)).toHaveLength(2)
  })
})
