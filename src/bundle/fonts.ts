import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { toSlashes } from '../node/files/paths.ts'

interface Face {
  readonly package: string
  /** Files of the package; `$` is replaced by the script. */
  readonly file: string
  readonly weight: string
  readonly scripts: readonly string[]
}

// Font families that themes use and packages contain. Other families use the fonts of the viewer's system.
const FAMILIES: Readonly<Record<string, readonly Face[]>> = {
  Lato: ['400', '700'].map((weight) => ({
    package: '@fontsource/lato',
    file: `lato-$-${weight}-normal.woff2`,
    weight,
    scripts: ['latin', 'latin-ext'],
  })),
  'League Gothic': [
    { package: '@fontsource/league-gothic', file: 'league-gothic-$-400-normal.woff2', weight: '400', scripts: ['latin', 'latin-ext'] },
  ],
  'Source Sans Pro': [
    {
      package: '@fontsource-variable/source-sans-3',
      file: 'source-sans-3-$-wght-normal.woff2',
      weight: '200 900',
      scripts: ['latin', 'latin-ext'],
    },
  ],
}

interface Fallback {
  readonly weight: string
  readonly local: readonly string[]
  readonly measures: string
}

const ARIAL = ['Arial', 'Liberation Sans', 'Arimo', 'Helvetica']
const ARIAL_BOLD = ['Arial Bold', 'Liberation Sans Bold', 'Arimo Bold', 'Helvetica Bold']

// Measured on the text of real decks: Arial then takes as much space as the font, so that nothing moves when the font loads.
// Weight 600 and League Gothic are measured on capitals, since themes use them only for headings in capitals.
const FALLBACKS: Readonly<Record<string, readonly Fallback[]>> = {
  Lato: [
    { weight: '400', local: ARIAL, measures: 'size-adjust:97.09%;ascent-override:101.66%;descent-override:21.94%;line-gap-override:0%' },
    {
      weight: '700',
      local: ARIAL_BOLD,
      measures: 'size-adjust:91.8%;ascent-override:107.5%;descent-override:23.2%;line-gap-override:0%',
    },
  ],
  'League Gothic': [
    { weight: '400', local: ARIAL, measures: 'size-adjust:53.08%;ascent-override:182.35%;descent-override:43.89%;line-gap-override:0%' },
  ],
  'Source Sans Pro': [
    { weight: '400', local: ARIAL, measures: 'size-adjust:92.55%;ascent-override:110.64%;descent-override:43.22%;line-gap-override:0%' },
    {
      weight: '600',
      local: ARIAL_BOLD,
      measures: 'size-adjust:83.94%;ascent-override:121.99%;descent-override:47.65%;line-gap-override:0%',
    },
    {
      weight: '700',
      local: ARIAL_BOLD,
      measures: 'size-adjust:91.31%;ascent-override:112.15%;descent-override:43.81%;line-gap-override:0%',
    },
  ],
}

const require = createRequire(import.meta.url)

/** Names of the families that packages contain. */
export const families = Object.keys(FAMILIES)

/** `@font-face` rules for the families in a style sheet, and for fallbacks with the same metrics. */
export function fontFaces(css: string): string {
  const named = families.filter((family) => css.includes(family))
  return named
    .map((family) => `${fallbackFaces(family)}${(FAMILIES[family] ?? []).flatMap((face) => filesOf(family, face)).join('')}`)
    .join('')
}

/** Inserts the fallback of each family after it, wherever a style sheet names the family. */
export function withFallbacks(css: string): string {
  let text = css
  for (const family of Object.keys(FALLBACKS)) {
    text = text.replace(new RegExp(`(--[\\w-]+:\\s*)(["']?)${family}\\2\\s*,`, 'g'), `$1"${family}","${family} Fallback",`)
  }
  return text
}

function fallbackFaces(family: string): string {
  return (FALLBACKS[family] ?? [])
    .map(({ weight, local, measures }) => {
      const sources = local.map((name) => `local("${name}")`).join(',')
      return `@font-face{font-family:"${family} Fallback";font-weight:${weight};src:${sources};${measures}}`
    })
    .join('')
}

function filesOf(family: string, face: Face): string[] {
  const folder = path.dirname(require.resolve(`${face.package}/package.json`))
  // The package's table of the characters in each file.
  const ranges = JSON.parse(readFileSync(path.join(folder, 'unicode.json'), 'utf8')) as Record<string, string>
  return face.scripts.map((script) => {
    // A backslash in a Windows path would start an escape.
    const file = toSlashes(path.join(folder, 'files', face.file.replace('$', script)))
    return `@font-face{font-family:"${family}";font-weight:${face.weight};font-display:swap;src:url("${file}") format("woff2");unicode-range:${ranges[script]}}`
  })
}
