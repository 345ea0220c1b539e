import { describe, expect, test } from 'vitest'
import { sponsorsAt } from '../../../src/core/config/dated-sponsors.ts'
import { readSiteOptions } from '../../../src/core/config/read-site-options.ts'
import { composeText } from '../../support/compose-text.ts'

const SITE = `brand: scs
sponsors:
  - { name: Fund & Co, logo: fund.svg, until: 2024-12-31 }
  - { name: City, logo: city.png, from: 2024-06-01 }
  - { name: Club, logo: club.png }
`

function read(yaml: string) {
  const codes: string[] = []
  const options = readSiteOptions(yaml, (code) => void codes.push(code))
  return { options, codes }
}

describe('the sponsors of a deck', () => {
  test.each([
    ['2023-01-01', ['Fund & Co', 'Club']],
    ['2024-06-01', ['Fund & Co', 'City', 'Club']],
    ['2024-12-31', ['Fund & Co', 'City', 'Club']],
    ['2025-01-01', ['City', 'Club']],
    [undefined, ['Club']],
  ])('of %s are %j', (date, names) => expect(sponsorsAt(date, read(SITE).options.sponsors).map(({ name }) => name)).toEqual(names))

  test('are below its slides, with their names as text, if it has a brand', () => {
    const { page } = composeText('---\ndate: 2023-02-03\n---\n# A', { path: 'sub/a.md', site: SITE })
    const shown =
      '<span class="deck-sponsors"><img src="../fund.svg" alt="Fund &amp; Co"><img src="../club.png" alt="Club"></span></footer>'
    expect(page).toContain(shown)
    expect(composeText('# A', { site: SITE.replace('brand: scs', '') }).page).not.toContain('deck-sponsors')
  })
})

test.each([
  'sponsors: fund.svg',
  'sponsors: [fund.svg]',
  'sponsors: [{ logo: fund.svg }]',
  'sponsors: [{ name: " ", logo: fund.svg }]',
  'sponsors: [{ name: Fund, logo: fund.svg, until: June }]',
  'sponsors: [{ name: Fund, logo: fund.svg, link: https://example.org }]',
])('%j is no list of sponsors', (yaml) => {
  const { options, codes } = read(yaml)
  expect(options.sponsors).toEqual([])
  expect(codes).toEqual(['option-type'])
})
