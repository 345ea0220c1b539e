import type { Element, Node, Tree } from '../../src/core/model.ts'
import { isElement, isText } from '../../src/core/tree.ts'

/**
 * A tree as lines, the same for parse5 and for a browser (`parse-in-browser.ts`): one a node, with its depth. Texts that stand
 * side by side are one.
 */
export function flatTree(root: Tree | Element): string[] {
  const lines: string[] = []
  const walk = (children: readonly Node[], depth: number) => {
    let text = ''
    const endText = () => {
      if (text !== '') lines.push(`${depth} ${JSON.stringify(text)}`)
      text = ''
    }
    for (const node of children) {
      if (isText(node)) {
        text += node.value
        continue
      }
      endText()
      if ('data' in node) lines.push(`${depth} comment ${JSON.stringify(node.data)}`)
      if (!isElement(node)) continue
      const attributes = node.attrs.map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`).toSorted()
      lines.push(`${depth} ${node.namespaceURI} ${node.tagName}${attributes.join('')}`)
      walk(node.childNodes, depth + 1)
    }
    endText()
  }
  walk(root.childNodes, 0)
  return lines
}
