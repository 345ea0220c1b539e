import { ident, walk } from 'css-tree/dist/csstree.esm'
import type { CssNode } from 'css-tree'
import type { RenderedDeck } from '../model.ts'
import { attributeOf, elementsBelow } from '../tree.ts'
import { parseCss } from './parse-css.ts'

/** The families of fonts that a deck names: in its style sheets, in `style`, in `<font face>`. In lower case, each once. */
export function namedFamilies({ css, columns }: Pick<RenderedDeck, 'css' | 'columns'>): string[] {
  const found = new Set<string>()
  const slides = columns.flat()
  const elements = slides.flatMap(({ tree }) => elementsBelow(tree))
  const styles = [...slides.map(({ attributes }) => attributes['style']), ...elements.map((element) => attributeOf(element, 'style'))]
  if (/font/i.test(css)) addFamilies(parseCss(css, { context: 'stylesheet' }), found)
  for (const style of new Set(styles))
    if (style !== undefined && /font/i.test(style)) addFamilies(parseCss(style, { context: 'declarationList' }), found)
  for (const element of elements) {
    if (element.tagName !== 'font') continue
    for (const name of (attributeOf(element, 'face') ?? '').split(',')) add(name, found)
  }
  return [...found]
}

function addFamilies(sheet: CssNode, found: Set<string>): void {
  walk(sheet, {
    visit: 'Declaration',
    enter({ property, value }) {
      // A custom property may be used as a font.
      if (!/^(font|font-family|--.*)$/i.test(ident.decode(property))) return
      let words: string[] = []
      const end = () => {
        add(words.join(' '), found)
        words = []
      }
      walk(value, (node) => {
        if (node.type === 'String') add(node.value, found)
        if (node.type === 'Operator') end()
        // Of `font`, what precedes the family is its size.
        if (node.type === 'Dimension' || node.type === 'Number' || node.type === 'Percentage') words = []
        if (node.type === 'Identifier') words.push(ident.decode(node.name))
      })
      end()
    },
  })
}

function add(name: string, found: Set<string>): void {
  const family = name
    .trim()
    .replace(/^["']|["']$/g, '')
    .replace(/\s+/g, ' ')
    .toLowerCase()
  if (family !== '') found.add(family)
}
