import { expect, test } from 'vitest'
import { misspellingFinder } from '../../../../src/core/pages/topics/near-heading.ts'

const isMisspelt = misspellingFinder(['team container', 'team iaas', 'news', 'release 6 notes', 'standards'])

test.each([
  'team contianer',
  'team containr',
  'tem container',
  'team containers',
  'teamcontainer',
  'xteam container',
  'team iass',
  'standarts',
  'stadnards',
])('%s is a misspelling', (text) => expect(isMisspelt(text)).toBe(true))

test.each(['team container', 'team contained us', 'team ops', 'nets', 'release 7 notes', 'release 6', '', 'standby'])(
  '%s is none',
  (text) => expect(isMisspelt(text)).toBe(false),
)

test('is found among many without comparing them all', () => {
  const many = Array.from(
    { length: 20_000 },
    (_, index) => `heading ${String.fromCharCode(97 + (index % 26))} of number ${index.toString(36)} word`,
  )
  const find = misspellingFinder([...many, 'community hackathon'])
  expect(find('comunity hackaton')).toBe(true)
  expect(find('something else')).toBe(false)
})
