import { retiredOptions, revealSchema } from '../../config/reveal-options.ts'
import { nearest } from '../../diagnostics/nearest.ts'
import { type Dialect, type FrontMatterData, optionsSet } from '../dialect.ts'

const SEPARATORS = ['separator', 'verticalSeparator', 'notesSeparator'] as const
const KEPT = ['title', 'lang', 'dir', 'date', 'author', 'tags', 'description', 'breaks', ...SEPARATORS]

/** reveal-md: `theme`, `revealOptions` and separators in front matter, or in a file next to the deck. */
export const revealMd: Dialect = {
  name: 'reveal-md',
  recognises: ({ data }) => data.has('revealOptions') || SEPARATORS.some((name) => typeof data.get(name) === 'string'),
  options: (data) => {
    const given = data.get('revealOptions')
    const reveal = new Map<unknown, unknown>(given instanceof Map ? (given as Map<unknown, unknown>) : [])
    const theme = themeOf(data)
    if (theme !== undefined) reveal.set('theme', theme)
    const kept = KEPT.flatMap((name) => (data.has(name) ? [[name, data.get(name)] as const] : []))
    return new Map<string, unknown>([...kept, ['slideOptions', reveal]])
  },
  unsupported: (data) => [
    ...(data.has('theme') && themeOf(data) === undefined ? ['the theme (a style sheet)'] : []),
    ...optionsSet(data, ['css', 'scripts', 'preprocessor', 'plugins', 'template', 'highlightTheme', 'mathjax']),
    ...pluginsIn(data.get('revealOptions')).map((name) => `the option "${name}"`),
  ],
  works: 'separators, notes, "theme" with a theme of reveal.js, and the data in "revealOptions"',
}

// Options of plugins, and what a deck must not set.
function pluginsIn(options: unknown): readonly string[] {
  const names = options instanceof Map ? [...options.keys()].map(String) : []
  return names.filter((name) => !Object.hasOwn(revealSchema, name) && !retiredOptions.has(name) && nearest(name, OPTIONS) === undefined)
}

const OPTIONS = Object.keys(revealSchema)

// A style sheet or an address is not the name of a theme.
function themeOf(data: FrontMatterData): string | undefined {
  const theme = data.get('theme')
  return typeof theme === 'string' && /^[a-z-]+$/.test(theme) ? theme : undefined
}
