import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { cleanStyleSheet } from '../../../src/core/clean/clean-css.ts'
import { renameStates } from '../../../src/core/clean/page-states.ts'
import { refusedClasses } from '../../../src/core/clean/policy.ts'

function textsBelow(folder: string, names: RegExp): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => names.test(file))
  return files.map((file) => readFileSync(path.join(folder, file), 'utf8'))
}

const REVEAL = 'node_modules/reveal.js'
const scripts = [...textsBelow('src/client', /\.(ts|js)$/), ...textsBelow(`${REVEAL}/js`, /(?<!\.d)\.(ts|js)$/)]
const sheets = [...textsBelow('src/client', /\.css$/), ...textsBelow('themes', /\.css$/), ...textsBelow(`${REVEAL}/dist`, /\.css$/)]

// What authors may say of their own slides. All that a script does with it stays in them.
const OF_SLIDES = new Set(
  'fragment visible disabled current-fragment fade-out custom stretch r-stretch r-fit-text center hljs hljs-ln-code hljs-ln-numbers notes embed katex katex-html code-step code-line'.split(
    ' ',
  ),
)
// Looked for where no author's element is: around the slides, on the index, in dialogs and the speaker view.
// `diagram`: only with an attribute that no author can set.
const ELSEWHERE = new Set([
  ...['has-parallax-background', 'white-screen', 'enabled', 'overview-count', 'flip', 'speaker-page', 'diagram'],
  ...['filter', 'search', 'decks', 'year', 'years', 'month', 'cover', 'beside', 'older', 'about'],
  ...['hero', 'in-hero', 'last', 'next', 'next-deck', 'lost', 'near', 'lede'],
])

/** The classes in the selectors that a script asks a page for, and those that it asks an element for. */
function classesAskedFor(script: string): string[] {
  const calls = [
    ...script.matchAll(/(?:querySelector(?:All)?|queryAll|closest|matches|findAutoAnimateMatches)(?:<[^()]*>)?\(([^;]*?)\)/g),
    ...script.matchAll(/_SELECTOR = ([^;\n]*)/g),
  ]
  const selectors = calls.flatMap(([, text = '']) => [...text.matchAll(/(['"`])(.*?)\1/g)].map(([, , selector = '']) => selector))
  const bare = selectors.map((selector) => selector.replace(/\$\{[^}]*\}|\[[^\]]*\]?/g, ''))
  const inSelectors = bare.flatMap((selector) => [...selector.matchAll(/\.([a-z][\w-]*)/gi)])
  const ofElements = script.matchAll(/(?:classList\.contains|getElementsByClassName)\(\s*['"`]\.?([\w-]+)/g)
  return [...inSelectors, ...ofElements].map(([, name = '']) => name)
}

describe('an author takes no name of the page', () => {
  test('scripts look for no class that an element of a slide may have, unless it is about the slide', () => {
    const asked = new Set(scripts.flatMap(classesAskedFor))
    expect(asked.size).toBeGreaterThan(40)
    expect([...asked].filter((name) => !refusedClasses.test(name) && !OF_SLIDES.has(name) && !ELSEWHERE.has(name))).toEqual([])
  })

  test('the states of a slide are no class and no event that anything knows', () => {
    const prefix = (renameStates({ 'data-state': 'x' })['data-state'] ?? '').replace(/x$/, '')
    expect(prefix).not.toBe('')
    const known = new RegExp(`[.'"\`]${prefix}[\\w-]*`, 'g')
    const renaming = readFileSync('src/core/clean/page-states.ts', 'utf8')
    expect(renaming.match(known)).not.toBeNull()
    expect([...scripts, ...sheets].flatMap((text) => text.match(known) ?? [])).toEqual([])
  })

  test('its keyframes are none that anything else moves by', () => {
    const [, prefix = ''] = /keyframes (\w+-)x/.exec(cleanStyleSheet('@keyframes x{to{top:0}}', () => undefined)) ?? []
    const taken = sheets.flatMap((text) => [...text.matchAll(/@(?:-webkit-)?keyframes ([\w-]+)/g)].map(([, name = '']) => name))
    expect(taken).toContain('bounce-right')
    expect(prefix).not.toBe('')
    expect(taken.filter((name) => name.startsWith(prefix))).toEqual([])
  })
})
