import { describe, expect, test } from 'vitest'
import { brandAt } from '../../../src/core/config/dated-brands.ts'
import { readSiteOptions } from '../../../src/core/config/read-site-options.ts'

const SITE = 'brand: scs\nbrands:\n  - { from: 2025-06-01, brand: scs-2025 }\n  - { from: 2024-01-01, brand: hawthorn }\n'

function read(yaml: string) {
  const codes: string[] = []
  const options = readSiteOptions(yaml, (code) => void codes.push(code))
  return { options, codes }
}

describe('the brand of a deck', () => {
  test.each([
    ['2023-12-31', 'scs'],
    ['2024-01-01', 'hawthorn'],
    ['2025-05-31', 'hawthorn'],
    ['2025-06-01', 'scs-2025'],
    ['2030-01-01', 'scs-2025'],
    [undefined, 'scs'],
  ])('of %s is %s', (date, brand) => expect(brandAt(date, read(SITE).options)).toBe(brand))
})

test.each(['brands: scs-2025', 'brands: [scs-2025]', 'brands: [{ from: June, brand: scs }]', 'brands: [{ from: 2025-06-01 }]'])(
  '%j is no list of dated brands',
  (yaml) => {
    const { options, codes } = read(yaml)
    expect(options.brands).toEqual([])
    expect(codes).toEqual(['option-type'])
  },
)
