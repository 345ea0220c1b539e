import { parse, walk } from 'css-tree/dist/csstree.esm'
import type { CssNode, ParseOptions } from 'css-tree'

interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Embeds the files of a style sheet. `embed` returns the data of a file by its address in the sheet. `seen` contains the font faces of
 * earlier sheets, which are left out; those of this one are added.
 */
export function embedSheet(css: string, embed: (address: string) => string, seen: Set<string>): string {
  const splices: Splice[] = []
  read(css, {}, (node, { start, end }) => {
    if (splices.some((other) => start < other.end)) return
    const text = css.slice(start, end)
    if (node.type === 'Atrule' && node.name === 'font-face') {
      if (seen.has(text)) splices.push({ start, end, text: '' })
      seen.add(text)
    }
    if (node.type === 'Url' && isFile(node.value)) splices.push({ start, end, text: `url(${embed(node.value)})` })
  })
  return apply(css, splices)
}

/** Embeds the files of a `style` attribute. */
export function embedDeclarations(declarations: string, embed: (address: string) => string): string {
  const splices: Splice[] = []
  read(declarations, { context: 'declarationList' }, (node, { start, end }) => {
    if (node.type === 'Url' && isFile(node.value)) splices.push({ start, end, text: `url(${embed(node.value)})` })
  })
  return apply(declarations, splices)
}

function isFile(address: string): boolean {
  return !/^(data:|#)/i.test(address)
}

// Only addresses change; everything else stays as it was bundled.
function read(css: string, options: ParseOptions, visit: (node: CssNode, range: { start: number; end: number }) => void): void {
  walk(parse(css, { ...options, positions: true }), (node) => {
    if (node.loc) visit(node, { start: node.loc.start.offset, end: node.loc.end.offset })
  })
}

function apply(css: string, splices: readonly Splice[]): string {
  let text = ''
  let at = 0
  for (const splice of splices.toSorted((a, b) => a.start - b.start)) {
    text += css.slice(at, splice.start) + splice.text
    at = splice.end
  }
  return text + css.slice(at)
}
