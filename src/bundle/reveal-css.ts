import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { generate, parse, walk } from 'css-tree'
import { toSlashes } from '../node/files/paths.ts'
import { withFallbacks } from './fonts.ts'

/** Names of reveal.js's own themes. */
export const revealThemes = [
  'black',
  'white',
  'league',
  'beige',
  'night',
  'serif',
  'simple',
  'solarized',
  'moon',
  'dracula',
  'sky',
  'blood',
  'black-contrast',
  'white-contrast',
] as const

const require = createRequire(import.meta.url)

// The print modes and the help of reveal.js, which ours replace, and its scroll view and previews, which no deck uses.
const UNUSED = /\.(reveal-print|print-pdf|pdf-page|reveal-scroll|loading-scroll-mode|r-overlay(?!-button))\b/

/** The part of reveal.js's own style sheet that is used. */
export function engineCss(): string {
  const sheet = parse(readFileSync(require.resolve('reveal.js/reveal.css'), 'utf8'))
  walk(sheet, (node, item, list) => {
    if (node.type === 'Atrule' && node.name === 'media' && node.prelude && generate(node.prelude) === 'print') list?.remove(item)
    if (node.type !== 'Rule' || node.prelude.type !== 'SelectorList') return
    const selectors = node.prelude.children
    selectors.forEach((selector, at) => UNUSED.test(generate(selector)) && selectors.remove(at))
    if (selectors.isEmpty) list?.remove(item)
  })
  return generate(sheet)
}

/** The style sheet of formulas, with its fonts only as WOFF2, which all supported browsers read. */
export function formulaCss(): string {
  const file = require.resolve('katex/dist/katex.min.css')
  const sheet = parse(readFileSync(file, 'utf8'), { parseValue: false })
  walk(sheet, (node) => {
    if (node.type !== 'Declaration' || node.property !== 'src' || node.value.type !== 'Raw') return
    const woff2 = /url\(([^)]+\.woff2)\)/.exec(node.value.value)?.[1] ?? ''
    node.value.value = `url("${toSlashes(path.resolve(path.dirname(file), woff2))}") format("woff2")`
  })
  return generate(sheet)
}

/** A theme of reveal.js without the fonts that it embeds or fetches from the network. */
export function revealThemeCss(name: string): string {
  const sheet = parse(readFileSync(require.resolve(`reveal.js/theme/${name}.css`), 'utf8'))
  walk(sheet, {
    visit: 'Atrule',
    enter(node, item, list) {
      if (node.name === 'import' || node.name === 'font-face') list.remove(item)
    },
  })
  return onDeck(generate(sheet))
}

/** The rules for viewers who choose the colour scheme that the theme does not have. */
export function schemeCss(file: string): string {
  return onDeck(generate(parse(readFileSync(file, 'utf8'))))
}

/** A style sheet whose custom properties are also set on the deck, where the critical part in the page sets them. */
export function onDeck(css: string): string {
  return withFallbacks(css).replaceAll(/:root(\[data-scheme=[^\]]*\])?\{/g, (_root, scheme?: string) =>
    scheme === undefined ? ':root,.reveal{' : `:root${scheme},.reveal:is(${scheme} *){`,
  )
}
