import { type DefaultTreeAdapterTypes, parse } from 'parse5'

/** The text of an element, and the tag name of the element that it is in. */
export interface ElementText {
  readonly text: string
  readonly parent: string | undefined
}

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** The texts of all elements of a name in HTML or XML of another program, in document order. */
export function elementTexts(markup: string, name: string): readonly ElementText[] {
  return elementsOf(markup, name).map((element) => {
    const { parentNode: parent } = element
    return { text: textIn(element), parent: parent && 'tagName' in parent ? parent.tagName : undefined }
  })
}

// Without recursion, since nothing limits the depth of a file of another program.
function elementsOf(markup: string, name: string): readonly Element[] {
  const found: Element[] = []
  const open: Node[] = parse(markup).childNodes.toReversed()
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!('childNodes' in node)) continue
    if (node.tagName === name) found.push(node)
    // Not by spreading: the number of arguments of a call is limited.
    for (const child of node.childNodes.toReversed()) open.push(child)
  }
  return found
}

// The parser is one of HTML, to which a CDATA section is a comment.
function textIn({ childNodes }: Element): string {
  const texts = childNodes.map((node) => {
    if ('value' in node) return node.value
    return 'data' in node ? (/^\[CDATA\[(.*)\]\]$/s.exec(node.data)?.[1] ?? '') : ''
  })
  return texts.join('').trim()
}
