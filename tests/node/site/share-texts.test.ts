import { expect, test } from 'vitest'
import type { Diagnostic } from '../../../src/core/diagnostics/diagnostic.ts'
import { shareTexts } from '../../../src/node/site/share-texts.ts'

const message: Diagnostic = {
  code: 'image-alt',
  severity: 'warning',
  file: 'a.md',
  line: 3,
  column: 1,
  edits: [{ line: 3, column: 1, was: 'a', text: 'b' }],
  message: 'this image has no alternative text',
  help: 'Describe the image.',
}

test('messages stay as they are, with their keys in the same order', () => {
  const { inMessage } = shareTexts()
  const summary: Diagnostic = { file: 'b.md', code: 'image-alt', severity: 'warning', message: 'more', help: '', omitted: 3 }
  for (const each of [message, summary, message]) expect(JSON.stringify(inMessage(each))).toBe(JSON.stringify(each))
})
