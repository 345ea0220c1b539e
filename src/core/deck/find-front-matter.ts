/** Where a front matter block may stand; nothing of it has been read yet. */
export interface FrontMatterBlock {
  readonly yaml: string
  /** 1-based line of the first line of `yaml`. */
  readonly line: number
  /** What follows the block, and the 1-based line on which it begins. */
  readonly body: string
  readonly bodyLine: number
  /** The opening dashes are the first bytes of the file. */
  readonly first: boolean
  /** The line after the opening dashes is empty, as after a separator. */
  readonly spaced: boolean
}

export type FoundFrontMatter =
  | { readonly kind: 'none' }
  | { readonly kind: 'block'; readonly block: FrontMatterBlock }
  | { readonly kind: 'unclosed'; readonly line: number }
  | { readonly kind: 'language'; readonly line: number; readonly language: string }

/**
 * Finds the block by HedgeDoc's rule: it ends at the first later line that begins with `---` or `...`,
 * and the rest of that line belongs to the deck. White space may stand before it.
 * gray-matter's own rule differs (it does not know `...`, and reads an unclosed block to the end of the file).
 */
export function findFrontMatter(text: string): FoundFrontMatter {
  const lines = text.split('\n')
  const open = lines.findIndex((line) => line.trim() !== '')
  const opening = lines[open]?.replace('\ufeff', '').trim() ?? ''
  const language = /^---\s*([a-z]\w*)$/i.exec(opening)?.[1]
  const close = lines.findIndex((line, index) => index > open && /^(---|\.\.\.)/.test(line))
  if (language !== undefined && close !== -1) return { kind: 'language', line: open + 1, language }
  if (opening !== '---') return { kind: 'none' }
  if (close === -1) return mapsNames(lines[open + 1]) ? { kind: 'unclosed', line: open + 1 } : { kind: 'none' }
  const rest = (lines[close] ?? '').slice(3)
  return {
    kind: 'block',
    block: {
      yaml: lines.slice(open + 1, close).join('\n'),
      line: open + 2,
      body: [rest.trim() === '' ? '' : rest, ...lines.slice(close + 1)].join('\n'),
      bodyLine: close + 1,
      first: open === 0 && (lines[0] ?? '').startsWith('---'),
      spaced: (lines[open + 1] ?? '').trim() === '',
    },
  }
}

/** Whether a line looks as lines of front matter do. */
export function mapsNames(line: string | undefined): boolean {
  return /^[A-Za-z][\w-]*:(\s|$)/.test(line ?? '')
}
