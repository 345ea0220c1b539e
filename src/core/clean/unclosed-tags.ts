import type { Element, Node, Tree } from '../model.ts'
import { LINE_ATTRIBUTE } from '../markdown/extensions/source-lines.ts'
import { attributeOf, elementsBelow, isElement, isText } from '../tree.ts'

/** A start tag without an end tag: its name, its text, and its end in the HTML. */
export interface UnclosedTag {
  readonly tagName: string
  readonly written: string
  readonly offset: number
}

// Elements without content, and those that HTML closes automatically.
const CLOSES_ITSELF = new Set('area br col hr img source track p li dt dd rt rp thead tbody tfoot tr td th colgroup caption'.split(' '))

/** Whether an element needs no end tag. */
export function closesItself(tagName: string): boolean {
  return CLOSES_ITSELF.has(tagName)
}

/**
 * The unclosed tags of a tree with locations that have a visible effect: they contain something on a later line, or the same tag
 * again, written instead of the end tag.
 */
export function unclosedTags(tree: Tree, html: string): UnclosedTag[] {
  // The parser repeats an unclosed tag in each later block; one of the copies may be closed.
  const byOffset = new Map<number, Element[]>()
  for (const element of elementsBelow(tree)) {
    const at = element.sourceCodeLocation?.startTag?.startOffset
    if (at === undefined || closesItself(element.tagName) || isOurs(element)) continue
    byOffset.set(at, [...(byOffset.get(at) ?? []), element])
  }
  return [...byOffset].flatMap(([at, elements]) => {
    const [first] = elements
    const end = first?.sourceCodeLocation?.startTag?.endOffset
    const isClosed = elements.some(({ sourceCodeLocation }) => sourceCodeLocation?.endTag)
    if (!first || end === undefined || isClosed || !elements.some((element) => takesIn(element))) return []
    return [{ tagName: first.tagName, written: html.slice(at, end), offset: end }]
  })
}

// Tags of markdown-it are always closed; an unclosed link without an address has no effect.
function isOurs(element: Element): boolean {
  return attributeOf(element, LINE_ATTRIBUTE) !== undefined || (element.tagName === 'a' && attributeOf(element, 'href') === undefined)
}

function takesIn(element: Element): boolean {
  const line = element.sourceCodeLocation?.startTag?.endLine ?? 0
  const isLater = (node: Node): boolean => {
    const begins = node.sourceCodeLocation?.startLine ?? 0
    if (isText(node)) return node.value.trim() !== '' && begins + newlinesIn(node.value.trimEnd()) > line
    if (!isElement(node)) return false
    const isAgain = node.tagName === element.tagName && !node.sourceCodeLocation?.endTag
    return isAgain || (/^(img|hr|video|audio|iframe)$/.test(node.tagName) && begins > line) || node.childNodes.some(isLater)
  }
  return element.childNodes.some(isLater)
}

const newlinesIn = (text: string) => text.split('\n').length - 1
