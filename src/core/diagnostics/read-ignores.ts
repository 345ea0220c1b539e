/** What a comment in a deck says that nobody wants to hear. */
export interface Ignore {
  readonly codes: readonly string[]
  /** 1-based line of the comment. */
  readonly line: number
  /** For the whole deck, and not its slide alone. */
  readonly isForDeck: boolean
}

const COMMENT = /^\s*<!--\s*hedgerow-ignore(-deck)?\s+([\w-]+(?:[\s,]+[\w-]+)*)\s*-->\s*$/

/**
 * The comments `<!-- hedgerow-ignore code code -->` of a deck, each alone on its line.
 * `isCode` says of a 0-based line whether it stands in a block of code, where a comment is an example.
 */
export function readIgnores(text: string, isCode: (line: number) => boolean): readonly Ignore[] {
  if (!text.includes('hedgerow-ignore')) return []
  return text.split('\n').flatMap((written, index): Ignore[] => {
    const [, deck, codes] = COMMENT.exec(written) ?? []
    if (codes === undefined || isCode(index)) return []
    return [{ codes: codes.split(/[\s,]+/), line: index + 1, isForDeck: deck !== undefined }]
  })
}
