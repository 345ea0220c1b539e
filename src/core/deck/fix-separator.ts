import { type Edit, removeLines, replaceAt } from '../diagnostics/diagnostic.ts'

const DASHES = /^\s*-{3,}\s*$/

// Lines that dashes below do not turn into a heading: headings, list items, comments, fences, quotes.
const NO_PARAGRAPH = /^ {0,3}(#{1,6}(\s|$)|[-*+] |\d{1,9}[.)] |<!--.*-->\s*$|```|~~~|>)/

/**
 * The edits that turn dashes into a separator, or remove them if they would make an empty slide; `undefined` if they may mean
 * something else, such as the underline of a heading.
 */
export function fixSeparator(
  lines: readonly string[],
  index: number,
  { firstLine, separates }: { readonly firstLine: number; readonly separates: (index: number) => boolean },
): readonly Edit[] | undefined {
  const written = lines[index] ?? ''
  const dashes = written.trim()
  const above = nextText(lines, index, -1)
  const below = nextText(lines, index, 1)
  if (index === 0 || dashes.length > 4 || above === undefined) return undefined
  const [before = '', after = ''] = [lines[index - 1], lines[index + 1]]
  const isUnderline = before.trim() !== '' && !NO_PARAGRAPH.test(before)
  if (isUnderline && !(below !== undefined && /^#{1,6} /.test(lines[below] ?? ''))) return undefined
  const neighbours = [above, below].filter((near) => near !== undefined && DASHES.test(lines[near] ?? ''))
  if (neighbours.some((near) => near !== undefined && !separates(near))) return undefined
  if (neighbours.length > 0 || below === undefined) return [removeLines(lines, [index, 1], firstLine)]
  const line = firstLine + index
  const text = `${before.trim() === '' ? '' : '\n'}${dashes}${after.trim() === '' ? '' : '\n'}`
  return [
    ...(before !== '' && before.trim() === '' ? [replaceAt(line - 1, 1, [before, ''])] : []),
    ...(text === written ? [] : [replaceAt(line, 1, [written, text])]),
    ...(after !== '' && after.trim() === '' ? [replaceAt(line + 1, 1, [after, ''])] : []),
  ]
}

function nextText(lines: readonly string[], index: number, step: 1 | -1): number | undefined {
  for (let at = index + step; at >= 0 && at < lines.length; at += step) if ((lines[at] ?? '').trim() !== '') return at
  return undefined
}
