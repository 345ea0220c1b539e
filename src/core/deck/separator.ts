/** A separator that an author chose: what its line says, and how many empty lines are around it. */
export interface Separator {
  readonly parts: readonly Part[]
  readonly before: number
  readonly after: number
  /** It is this number of empty lines, and nothing else. */
  readonly empty?: number
}

/** A character, which may be missing, or any number of spaces. */
type Part = { readonly character: string; readonly isOptional: boolean } | 'spaces'

const LONGEST = 200
const NEWLINE = /^(?:\(\\r\\n\?\|\\n\)|\\r\?\\n|\\r\\n|\\n|\r?\n)/
const SPACES = /^(?:\\s[*+]?|\[ \\t\][*+]?|\[\\s\][*+]?| [*+])/

/**
 * Reads the pattern of a separator. In other tools it is a regular expression, which is never run here: only text between `^` or line
 * breaks and `$` or line breaks is understood, with `\s*` and optional characters in it. `undefined` for any other pattern.
 */
export function readSeparator(pattern: string): Separator | undefined {
  if (pattern.length > LONGEST) return undefined
  const parts: Part[] = []
  let rest = pattern.replace(/^\^/, '')
  const isAnchored = rest !== pattern
  const isEnded = /[^\\]\$$/.test(rest)
  if (isEnded) rest = rest.slice(0, -1)
  let [before, after] = [0, 0]
  while (rest !== '') {
    const newline = NEWLINE.exec(rest)?.[0]
    const spaces = newline === undefined ? SPACES.exec(rest)?.[0] : undefined
    const [taken = '', character] = /^\\?([^])/.exec(rest) ?? []
    if (newline !== undefined) {
      if (parts.length === 0) before += 1
      else after += 1
      rest = rest.slice(newline.length)
      continue
    }
    // Text after a line break would be on a second line.
    if (after > 0 || character === undefined) return undefined
    if (spaces !== undefined) {
      parts.push('spaces')
      rest = rest.slice(spaces.length)
      continue
    }
    const isEscaped = taken.length > 1
    if (isEscaped ? /\w/.test(character) : /[*+?()[\]{}|\\^$]/.test(character)) return undefined
    const isOptional = rest[taken.length] === '?'
    parts.push({ character, isOptional })
    rest = rest.slice(taken.length + (isOptional ? 1 : 0))
  }
  if (parts.length === 0 && !isEnded) {
    const empty = isAnchored ? before : before - 1
    // One empty line ends a paragraph.
    return empty > 1 ? { parts, before: 0, after: 0, empty } : undefined
  }
  if (parts.filter((part) => part !== 'spaces' && !part.isOptional).length < 2) return undefined
  return { parts, before: isAnchored ? before : Math.max(0, before - 1), after: isEnded ? after : Math.max(0, after - 1) }
}

/** Whether a line separates two slides. */
export function separatesAt(lines: readonly string[], index: number, separator: Separator): boolean {
  const line = lines[index] ?? ''
  const { empty } = separator
  if (empty !== undefined) {
    const isEmpty = (at: number) => lines[at]?.trim() === ''
    return index > 0 && !isEmpty(index - 1) && Array.from({ length: empty }, (_, step) => index + step).every(isEmpty)
  }
  const end = matchedEnd(line, separator)
  if (end === undefined || line.slice(end).trim() !== '') return false
  for (let step = 1; step <= separator.before; step += 1) if ((lines[index - step] ?? '').trim() !== '') return false
  for (let step = 1; step <= separator.after; step += 1) if ((lines[index + step] ?? '').trim() !== '') return false
  return true
}

/** The index in a line at which a separator at its start ends, ignoring case. */
export function matchedEnd(line: string, { parts }: Separator): number | undefined {
  let at = 0
  for (const part of parts) {
    if (part === 'spaces') while (/\s/.test(line[at] ?? '')) at += 1
    else if (line[at]?.toLowerCase() === part.character.toLowerCase()) at += 1
    else if (!part.isOptional) return undefined
  }
  return at
}
