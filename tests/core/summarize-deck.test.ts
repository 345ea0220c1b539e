import { expect, test } from 'vitest'
import { composeText } from '../support/compose-text.ts'

const titleOf = (path: string, title: string) => composeText(`---\ntype: slide\n---\n\n# ${title}\n`, { path }).summary.title

test.each([
  ['20240822.md', 'Call 202X-XX-XX', 'Call 2024-08-22'],
  ['call.md', 'Call 202X-XX-XX', 'Call'],
  ['call.md', 'YYYY-MM-DD: a call', 'a call'],
  ['call.md', '202X-XX-XX', 'call'],
  ['20240822.md', 'Call 2024-08-22 - ', 'Call 2024-08-22 -'],
])('the title of %s with the heading %s is %s in lists', (path, title, shown) => expect(titleOf(path, title)).toBe(shown))
