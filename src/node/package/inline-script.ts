import { createHash } from 'node:crypto'
import type { InlineScript } from '../../core/model.ts'

/** A script as a page holds it. */
export function inlineScript(text: string): InlineScript {
  if (/<(\/script|!--)/i.test(text)) throw new Error('a script that stands in a page must not end it')
  return { text, hash: `'sha256-${createHash('sha256').update(text).digest('base64')}'` }
}
