/** A possible front matter block, before it is parsed. */
export interface FrontMatterBlock {
  readonly yaml: string
  /** 1-based line of the first line of `yaml`. */
  readonly line: number
  /** The text after the block, and its 1-based first line. */
  readonly body: string
  readonly bodyLine: number
  /** The opening dashes are at the very start of the file. */
  readonly first: boolean
  /** The line after the opening dashes is empty, as after a separator. */
  readonly spaced: boolean
}

export type FoundFrontMatter =
  | { readonly kind: 'none' }
  | { readonly kind: 'block'; readonly block: FrontMatterBlock }
  | { readonly kind: 'unclosed'; readonly line: number }
  | { readonly kind: 'language'; readonly line: number; readonly lastLine: number; readonly language: string }

/**
 * Finds the block by HedgeDoc's rule: it ends at the first later line that starts with `---` or `...`,
 * and the rest of that line belongs to the deck. White space before the block is allowed.
 * gray-matter's own rule differs (it does not know `...`, and reads an unclosed block to the end of the file).
 */
export function findFrontMatter(text: string): FoundFrontMatter {
  // A byte order mark counts as white space.
  const start = text.search(/\S/)
  const dashes = text.lastIndexOf('\n', start) + 1
  const opened = endOfLine(text, start)
  const opening = text.slice(start, opened).trim()
  if (start === -1 || !opening.startsWith('---')) return { kind: 'none' }
  const line = lineAt(text, start)
  const next = text.slice(opened + 1, endOfLine(text, opened + 1))
  const language = /^---\s*([a-z]\w*)$/i.exec(opening)?.[1]
  const close = closingLine(text, opened)
  if (language !== undefined && close !== -1) return { kind: 'language', line, lastLine: lineAt(text, close), language }
  if (opening !== '---') return { kind: 'none' }
  if (close === -1) return mapsNames(next) ? { kind: 'unclosed', line } : { kind: 'none' }
  const end = endOfLine(text, close)
  const hasRest = text.slice(close + 3, end).trim() !== ''
  return {
    kind: 'block',
    block: {
      yaml: text.slice(opened + 1, close - 1),
      line: line + 1,
      body: text.slice(hasRest ? close + 3 : end),
      bodyLine: lineAt(text, close),
      first: dashes === 0 && text.startsWith('---'),
      spaced: next.trim() === '',
    },
  }
}

// The index of the first closing line after `index`, or -1.
function closingLine(text: string, index: number): number {
  const closing = /\n(?:---|\.\.\.)/g
  closing.lastIndex = index
  const found = closing.exec(text)
  return found ? found.index + 1 : -1
}

function endOfLine(text: string, index: number): number {
  const end = text.indexOf('\n', index)
  return end === -1 ? text.length : end
}

// 1-based.
function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}

/** Whether a line looks like `name: value`. */
export function mapsNames(line: string | undefined): boolean {
  return /^[A-Za-z][\w-]*:(\s|$)/.test(line ?? '')
}
