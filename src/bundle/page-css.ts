import { generate, parse, type CssNode, type List, type StyleSheet } from 'css-tree'

/** The part of the style sheet of a theme that pages without slides need: its tokens and fonts, and no rule that is about slides alone. */
export function pageCss(css: string): string {
  const sheet = parse(css) as StyleSheet
  dropSlides(sheet.children)
  return generate(sheet)
}

function dropSlides(children: List<CssNode>): void {
  children.forEach((node, item) => {
    if (node.type === 'Atrule' && node.block && /^(media|supports|layer)$/.test(node.name)) {
      dropSlides(node.block.children)
      if (node.block.children.isEmpty) children.remove(item)
    }
    if (node.type !== 'Rule' || node.prelude.type !== 'SelectorList') return
    const selectors = node.prelude.children
    selectors.forEach((selector, place) => {
      if (/\.(reveal|slides)(?![\w-])/.test(generate(selector))) selectors.remove(place)
    })
    if (selectors.isEmpty) children.remove(item)
  })
}
