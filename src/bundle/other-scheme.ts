import { generate, parse, walk } from 'css-tree'
import { isDark } from '../core/pages/ground.ts'

/** The scheme that a theme does not have by nature: `dark` for one with a light ground, and the other way round. */
export function otherScheme(css: string): 'dark' | 'light' {
  const tokens = new Map<string, string>()
  walk(parse(css, { parseCustomProperty: false }), (node) => {
    if (node.type !== 'Rule' || generate(node.prelude).includes('data-scheme')) return
    node.block.children.forEach((child) => {
      if (child.type === 'Declaration' && child.property.startsWith('--')) tokens.set(child.property, generate(child.value).trim())
    })
  })
  let ground = tokens.get('--r-background-color') ?? ''
  // Once is enough for every theme that names its ground by one of its own tokens.
  const name = /^var\((--[\w-]+)/.exec(ground)?.[1]
  if (name !== undefined) ground = tokens.get(name) ?? ''
  return isDark(ground) ? 'light' : 'dark'
}
