import type { Report } from '../diagnostics/diagnostic.ts'
import { blockFinder, protectedBlocks } from './protected-blocks.ts'
import { separatesAt } from './separator.ts'
import type { Separators } from './split-at-separators.ts'
import type { BodyLocation } from './split-slides.ts'

// What other tools and templates use, and the option of reveal-md that accepts it.
const FOREIGN: readonly (readonly [shape: RegExp, option: 'separator' | 'verticalSeparator'])[] = [
  [/^--$/, 'verticalSeparator'],
  [/^-{2,4}v-{0,4}$/, 'verticalSeparator'],
  [/^<!--\s*(?:v|vertical|down)\s*-->$/i, 'verticalSeparator'],
  [/^<!--\s*(?:s|h|\.?slide|horizontal|new-?slide)\s*-->$/i, 'separator'],
]

/** Reports lines that separate slides in other tools, each kind once, unless the deck's own separators are these. */
export function reportForeignSeparators(body: string, location: BodyLocation, own: Separators | undefined, report: Report): void {
  if (!/^(?:--$|-{2,4}v|<!--)/m.test(body)) return
  const lines = body.split('\n')
  const blockAround = blockFinder(protectedBlocks(lines))
  const places = new Map<string, { readonly index: number; readonly option: string; count: number }>()
  for (const [index, written] of lines.entries()) {
    const line = written.trimEnd()
    const option = FOREIGN.find(([shape]) => shape.test(line))?.[1]
    // Under a line of text, two dashes make it a heading.
    if (option === undefined || blockAround(index) || (line === '--' && (lines[index - 1] ?? '').trim() !== '')) continue
    if (own && (separatesAt(lines, index, own.column) || separatesAt(lines, index, own.below))) continue
    const known = places.get(line)
    if (known) known.count += 1
    else places.set(line, { index, option, count: 1 })
  }
  for (const [line, { index, option, count }] of places) {
    const more = count === 1 ? '' : ` (${count} such lines)`
    const pattern = line.startsWith('<') ? line : `^${line}$`
    report('separator-foreign', { file: location.file, line: location.line + index }, line, more, `${option}: ${pattern}`)
  }
}
