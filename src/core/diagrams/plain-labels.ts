// Brackets of mermaid, and the tags that its labels may have.
const KEPT = String.raw`<<\w+>>|</?(?:br|b|i|em|strong|u|s|sub|sup|code)\s*/?>`
const TAG = new RegExp(`${KEPT}|<(?=[a-z!/?])`, 'gi')

/** The source of a diagram of mermaid in which HTML, a few plain tags apart, is text. */
export function plainLabels(source: string): string {
  return source.replace(TAG, (found) => (found === '<' ? '#lt;' : found))
}
