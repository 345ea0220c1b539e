import type { Slide } from '../model.ts'
import { findBlocks } from './foreign-blocks.ts'

const DEFINITION = /^ {0,3}\[([^[\]]{1,200})\]:\s*\S/
const MOST = 500

/** Adds the definitions of links and footnotes in other slides to those that use them: tools that read a deck as one text know them everywhere. */
export function shareDefinitions(columns: readonly (readonly Slide[])[], lines: readonly string[]): readonly (readonly Slide[])[] {
  if (!lines.some((line) => DEFINITION.test(line))) return columns
  const { isCode } = findBlocks(lines)
  const definitions = new Map<string, string>()
  for (const [index, line] of lines.entries()) {
    const label = isCode(index) ? undefined : DEFINITION.exec(line)?.[1]?.toLowerCase()
    if (label !== undefined && !definitions.has(label) && definitions.size < MOST) definitions.set(label, line)
  }
  return columns.map((column) =>
    column.map((slide) => {
      const own = new Set(slide.markdown.split('\n').flatMap((line) => DEFINITION.exec(line)?.[1]?.toLowerCase() ?? []))
      const used = new Set([...slide.markdown.matchAll(/\[([^[\]]{1,200})\]/g)].flatMap(([, label = '']) => label.toLowerCase()))
      const missing = [...used].flatMap((label) => (own.has(label) ? [] : (definitions.get(label) ?? [])))
      return missing.length === 0 ? slide : { ...slide, markdown: `${slide.markdown}\n\n${missing.join('\n')}` }
    }),
  )
}
