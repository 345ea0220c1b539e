import type { revealThemes } from './reveal-css.ts'

// Themes that have changed since reveal.js 3.9.2, which HedgeDoc uses.
const LARGE_HEADINGS = tokens({
  'main-font-size': '40px',
  'heading1-size': '3.77em',
  'heading2-size': '2.11em',
  'heading3-size': '1.55em',
  'heading-font-weight': 'normal',
})
const CHANGED: Partial<Readonly<Record<(typeof revealThemes)[number], string>>> = {
  beige: LARGE_HEADINGS,
  serif: LARGE_HEADINGS,
  simple: LARGE_HEADINGS,
  sky: tokens({ 'heading-letter-spacing': '-0.08em' }),
  // The colours of the theme's own scheme alone.
  night: ':root:not([data-scheme]),.reveal:not([data-scheme] *){--r-main-color:#eee;--r-heading-color:#eee}',
}

/** The rules that give a theme of reveal.js the look that it has in HedgeDoc; `common` are those of every theme. */
export function hedgedocLook(theme: (typeof revealThemes)[number], common: string): string {
  return `@layer look{${common}${CHANGED[theme] ?? ''}}`
}

function tokens(values: Readonly<Record<string, string>>): string {
  const declarations = Object.entries(values).map(([name, value]) => `--r-${name}:${value}`)
  return `:root,.reveal{${declarations.join(';')}}`
}
