import { readFileSync } from 'node:fs'
import { generate, parse, walk } from 'css-tree'

/** Red, green and blue from 0 to 255, and how much of what is behind them they cover. */
export type Colour = readonly [number, number, number, number]

/** The custom properties of style sheets in one scheme, the later over the earlier. */
export function tokensOf(files: readonly string[], scheme: 'light' | 'dark'): Map<string, string> {
  const plain = new Map<string, string>()
  const chosen = new Map<string, string>()
  for (const file of files) {
    walk(parse(readFileSync(file, 'utf8'), { parseCustomProperty: false }), (node) => {
      if (node.type !== 'Rule') return
      const selector = generate(node.prelude)
      const isRoot = [':root', ':scope', '.reveal'].includes(selector)
      const isChosen = new RegExp(`^:root\\[data-scheme=["']?${scheme}["']?\\]$`).test(selector)
      if (!isRoot && !isChosen) return
      node.block.children.forEach((child) => {
        if (child.type === 'Declaration' && child.property.startsWith('--'))
          (isChosen ? chosen : plain).set(child.property, generate(child.value).trim())
      })
    })
  }
  return new Map([...plain, ...chosen])
}

/** The colour of a token or a value, with `var()` and `color-mix()` worked out. Throws on a form that it does not know. */
export function colourOf(value: string, tokens: ReadonlyMap<string, string>): Colour {
  const text = value.trim()
  if (text.startsWith('--')) return colourOf(required(tokens.get(text), text), tokens)
  if (text === 'transparent') return [0, 0, 0, 0]
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(text)?.[1]
  if (hex !== undefined) {
    const parts = (hex.match(hex.length === 3 ? /./g : /../g) ?? []).map((part) => Number.parseInt(part.padEnd(2, part), 16))
    return [parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0, 1]
  }
  const [, name, inside = ''] = /^(var|color-mix)\((.*)\)$/s.exec(text) ?? []
  const [first = '', second, third] = argumentsOf(inside)
  if (name === 'var') return colourOf(tokens.get(first) ?? required(second, first), tokens)
  const [, base = '', share = ''] = /^(.*?) ([^ ]+)$/s.exec(second ?? '') ?? []
  const percent = /^(\d+)%$/.exec(tokens.get(/^var\((--[\w-]+)\)$/.exec(share)?.[1] ?? '') ?? share)?.[1]
  if (name !== 'color-mix' || first !== 'in srgb' || percent === undefined) throw new Error(`not a colour that this test reads: ${text}`)
  return mix(colourOf(base, tokens), colourOf(required(third, text), tokens), Number(percent) / 100)
}

/** A colour as it is seen over another. */
export function over([red, green, blue, alpha]: Colour, [r, g, b]: Colour): Colour {
  const seen = (front: number, back: number) => front * alpha + back * (1 - alpha)
  return [seen(red, r), seen(green, g), seen(blue, b), 1]
}

/** The contrast of two opaque colours as WCAG has it, from 1 to 21. */
export function contrast(first: Colour, second: Colour): number {
  const [low = 0, high = 0] = [luminance(first), luminance(second)].toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

function mix(first: Colour, second: Colour, share: number): Colour {
  const alpha = first[3] * share + second[3] * (1 - share)
  const part = (at: 0 | 1 | 2) => (first[at] * first[3] * share + second[at] * second[3] * (1 - share)) / alpha
  return [part(0), part(1), part(2), alpha]
}

function luminance([red, green, blue]: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

// At the commas that stand in no bracket.
function argumentsOf(text: string): string[] {
  const parts = ['']
  let depth = 0
  for (const letter of text) {
    if (letter === '(') depth += 1
    if (letter === ')') depth -= 1
    if (letter === ',' && depth === 0) parts.push('')
    else parts.push(`${parts.pop() ?? ''}${letter}`)
  }
  return parts.map((part) => part.trim())
}

function required(value: string | undefined, name: string): string {
  if (value === undefined) throw new Error(`no token ${name}`)
  return value
}
