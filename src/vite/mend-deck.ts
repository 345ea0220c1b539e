import { readFileSync } from 'node:fs'
import path from 'node:path'
import { applyEdits } from '../core/diagnostics/apply-edits.ts'
import { replaceFile } from '../node/replace-file.ts'
import type { KnownDeck } from './dev-site.ts'

/** Makes the changes of one message in the file of its deck; false where there are none, or the file says something else by now. */
export function mendDeck(root: string, { path: deck, diagnostics }: KnownDeck, { code, line }: { code: string; line: number }): boolean {
  const wanted = diagnostics.filter((found) => found.file === deck && found.code === code && found.line === line)
  const file = path.join(root, deck)
  const { text, mended } = applyEdits(readFileSync(file, 'utf8'), wanted)
  if (mended.length > 0) replaceFile(file, text)
  return mended.length > 0
}
