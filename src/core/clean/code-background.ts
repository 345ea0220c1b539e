import { generate, ident, walk } from 'css-tree/dist/csstree.esm'
import type { Rule } from 'css-tree'
import { isDark } from '../shared/background.ts'
import { parseCss } from './parse-css.ts'

const COLOUR = /^(#[\da-f]{3}|#[\da-f]{6}|rgb\([\d\s,]+\)|black|white)$/i
// What code is on: the last element of the selector.
const CODE = /(^|[\s>+~])(pre|code|\.hljs)([.:[][^\s>+~]*)?$/i

/** Whether the style sheets of a deck put code on a dark or a light background; `undefined` where they do not, or in no plain colour. */
export function codeBackground(css: string): 'dark' | 'light' | undefined {
  if (!/background/i.test(css) || !/pre|code|hljs/i.test(css)) return undefined
  let found: 'dark' | 'light' | undefined
  walk(parseCss(css, { context: 'stylesheet' }), {
    visit: 'Rule',
    enter(rule) {
      const colour = isAboutCode(rule) ? backgroundOf(rule) : undefined
      if (colour !== undefined) found = isDark(colour) ? 'dark' : 'light'
    },
  })
  return found
}

function isAboutCode({ prelude }: Rule): boolean {
  const selectors = prelude.type === 'SelectorList' ? prelude.children.toArray() : []
  return selectors.map((selector) => generate(selector).replace(/:where\(\.slides,\.slides \*\)/, '')).some((text) => CODE.test(text))
}

function backgroundOf({ block }: Rule): string | undefined {
  const values = block.children.toArray().flatMap((node) => {
    if (node.type !== 'Declaration' || !/^background(-color)?$/i.test(ident.decode(node.property))) return []
    const value = generate(node.value).trim()
    return COLOUR.test(value) ? [value] : []
  })
  return values.at(-1)
}
