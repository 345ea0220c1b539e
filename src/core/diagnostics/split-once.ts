/** The lines of a file, where it can be read. */
export type LinesOf = (file: string) => readonly string[] | undefined

/** The lines of a text, whatever ends them. */
export function splitLines(text: string): readonly string[] {
  return text.split(/\r\n?|\n/)
}

/**
 * Reads and splits each file once for all messages about it, if they come file by file. Splitting for each message would cost
 * the square of a deck.
 */
export function splitOnce(textOf: (file: string) => string | undefined): LinesOf {
  let last: { readonly file: string; readonly lines: readonly string[] | undefined } | undefined
  return (file) => {
    if (last?.file !== file) {
      const text = textOf(file)
      last = { file, lines: text === undefined ? undefined : splitLines(text) }
    }
    return last.lines
  }
}
