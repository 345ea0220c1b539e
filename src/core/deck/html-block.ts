// The elements that begin an HTML block wherever they stand; see CommonMark 0.31, section 4.6, kind 6.
const BLOCK =
  /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[\s>]|\/>|$)/i
// Any other tag alone on a line begins one below an empty line: kind 7.
const ALONE = /^<(?:\/[a-z][\w-]*\s*|[a-z][\w-]*(?:\s[^<>]*)?\/?)>\s*$/i

// Indentation and the marks of quotes and list items.
const CONTAINER = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)?/

// A guard against decks without empty lines.
const MOST_LINES = 500

/** The first line of the HTML block around a line, both 1-based; `undefined` if Markdown is parsed there. It ends at an empty line. */
export function htmlBlockAround(lines: readonly string[], line: number): number | undefined {
  const textAt = (at: number) => (lines[at - 1] ?? '').replace(CONTAINER, '')
  let start: number | undefined
  for (let at = line; at >= 1 && at > line - MOST_LINES; at -= 1) {
    const text = textAt(at)
    if (text === '') return start
    const isBelowEmpty = textAt(at - 1) === ''
    if (BLOCK.test(text) || (isBelowEmpty && ALONE.test(text))) start = at
  }
  return start
}
