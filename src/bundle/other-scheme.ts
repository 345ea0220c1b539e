import { generate, parse, walk } from 'css-tree'
import { isDark } from '../core/background.ts'

/** The colour scheme that a theme does not have by default: `dark` for a theme with a light background, and vice versa. */
export function otherScheme(css: string): 'dark' | 'light' {
  const tokens = new Map<string, string>()
  walk(parse(css, { parseCustomProperty: false }), (node) => {
    if (node.type !== 'Rule' || generate(node.prelude).includes('data-scheme')) return
    node.block.children.forEach((child) => {
      if (child.type === 'Declaration' && child.property.startsWith('--')) tokens.set(child.property, generate(child.value).trim())
    })
  })
  let ground = tokens.get('--r-background-color') ?? ''
  // One level is enough for themes that set the background with one of their own tokens.
  const name = /^var\((--[\w-]+)/.exec(ground)?.[1]
  if (name !== undefined) ground = tokens.get(name) ?? ''
  return isDark(ground) ? 'light' : 'dark'
}
