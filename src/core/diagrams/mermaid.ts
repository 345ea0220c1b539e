/** The configuration of Mermaid, at build time and in the browser; diagrams cannot change the options in `secure`. */
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
  // The random seed of hand-drawn outlines.
  handDrawnSeed: 1,
  htmlLabels: false,
  // Fonts with equal metrics on all systems, so that text fits its boxes.
  fontFamily: 'Arial, "Liberation Sans", Helvetica, sans-serif',
  theme: 'default',
  // Ten actors of this width fit side by side on a slide.
  sequence: { width: 110, height: 50, actorMargin: 24 },
} as const

// Brackets of Mermaid, and the tags that are allowed in labels.
const KEPT = String.raw`<<\w+>>|</?(?:br|b|i|em|strong|u|s|sub|sup|code)\s*/?>`
const TAG = new RegExp(`${KEPT}|<(?=[a-z!/?])`, 'gi')

/** Escapes HTML in the source of a Mermaid diagram, except for a few simple tags. */
export function plainLabels(source: string): string {
  return source.replace(TAG, (found) => (found === '<' ? '#lt;' : found))
}
