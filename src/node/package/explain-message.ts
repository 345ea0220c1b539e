import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Code } from '../../core/diagnostics/catalogue.ts'
import { packageFolder } from './package-paths.ts'

/** The entry of the message reference for a code, as the lines of a plain text. */
export function explainMessage(code: Code): readonly string[] {
  const page = readFileSync(path.join(packageFolder, 'docs/messages.md'), 'utf8')
  const entry = page.split(/^## /m).find((section) => section.startsWith(`${code}\n`)) ?? ''
  const lines = entry.trimEnd().split('\n').slice(2)
  let isExample = false
  return lines.flatMap((line) => {
    if (line.startsWith('````')) {
      isExample = !isExample
      return []
    }
    return [
      isExample
        ? line
        : line
            .replaceAll('\\<', '<')
            .replaceAll(']\\(', '](')
            .replace(/^\*\*(\w+)\*\*/, '$1'),
    ]
  })
}
