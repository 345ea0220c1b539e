/** How mermaid draws, at build time and in the browser of a viewer; a diagram cannot change what `secure` names. */
export const MERMAID_CONFIG = {
  startOnLoad: false,
  securityLevel: 'strict',
  secure: [
    'secure',
    'securityLevel',
    'startOnLoad',
    'maxTextSize',
    'maxEdges',
    'suppressErrorRendering',
    'htmlLabels',
    'fontFamily',
    'altFontFamily',
    'themeCSS',
    'deterministicIds',
    'dompurifyConfig',
  ],
  suppressErrorRendering: true,
  deterministicIds: true,
  // Some outlines are drawn as if by hand, with this chance.
  handDrawnSeed: 1,
  htmlLabels: false,
  // Fonts of one measure on every system, so that text keeps to the boxes that were made for it.
  fontFamily: 'Arial, "Liberation Sans", Helvetica, sans-serif',
  theme: 'default',
  // Ten actors of this width fit side by side on a slide.
  sequence: { width: 110, height: 50, actorMargin: 24 },
} as const

// Brackets of mermaid, and the tags that its labels may have.
const KEPT = String.raw`<<\w+>>|</?(?:br|b|i|em|strong|u|s|sub|sup|code)\s*/?>`
const TAG = new RegExp(`${KEPT}|<(?=[a-z!/?])`, 'gi')

/** The source of a diagram of mermaid in which HTML, a few plain tags apart, is text. */
export function plainLabels(source: string): string {
  return source.replace(TAG, (found) => (found === '<' ? '#lt;' : found))
}
