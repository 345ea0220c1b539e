import { html } from 'parse5'
import type { Element, Node } from '../model.ts'
import { attributeOf, createText, isElement, isText, renameElement, textOf } from '../tree.ts'
import { cleanAttribute } from './clean-attribute.ts'
import { DEEPEST, elements } from './policy.ts'

// Their content is not text to read.
const WITHOUT_WORDS =
  /^(script|style|template|iframe|frame|frameset|object|embed|applet|noscript|noembed|noframes|head|title|base|link|meta|audio|video|source|track|annotation|annotation-xml|desc|metadata|select|textarea|xmp|plaintext)$/
// Allowed on a slide, but useless in an image.
const UNWRAPPED = /^(area|details|summary|section|nav|header|footer|article|aside)$/
const VOID = /^(br|hr|col)$/
const KEPT_ATTRIBUTES = /^(class|style|dir|lang|align|valign|color|face|size|colspan|rowspan|start|type|value|width|border|span)$/
// Not allowed in XML.
// eslint-disable-next-line no-control-regex
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/**
 * Cleans the HTML in a `<foreignObject>` by the policy of slides, without links, images and media, and prepares it for XML. An element
 * that is not allowed is replaced by its content. Returns whether any text is left.
 */
export function cleanForeign(foreign: Element): boolean {
  foreign.childNodes = cleanNodes(foreign.childNodes, 0)
  for (const child of foreign.childNodes) {
    child.parentNode = foreign
    if (isElement(child)) child.attrs.unshift({ name: 'xmlns', value: html.NS.HTML })
  }
  return textOf(foreign) !== ''
}

function cleanNodes(nodes: readonly Node[], depth: number): Node[] {
  const cleaned: Node[] = []
  for (const node of nodes) {
    if (isText(node)) cleaned.push(createText(node.value.replace(NO_XML, '')))
    if (!isElement(node) || WITHOUT_WORDS.test(node.tagName)) continue
    if (node.tagName === 'img') cleaned.push(createText(attributeOf(node, 'alt') ?? ''))
    const inside = depth > DEEPEST ? [createText(textOf(node))] : cleanNodes(node.childNodes, depth + 1)
    if (isKept(node)) cleaned.push(cleanElement(node, inside))
    else if (isBarrier(node)) cleaned.push(createText(textOf(cleanElement(node, inside))))
    else for (const child of inside) cleaned.push(child)
  }
  return cleaned
}

function isKept({ tagName, namespaceURI }: Element): boolean {
  return namespaceURI === html.NS.HTML && Object.hasOwn(elements, tagName) && tagName !== 'img' && !UNWRAPPED.test(tagName)
}

// Such an element may contain a paragraph inside another, which no parser would build without it.
function isBarrier({ tagName, namespaceURI }: Element): boolean {
  return namespaceURI !== html.NS.HTML || tagName === 'button' || tagName === 'marquee'
}

function cleanElement(element: Element, inside: Node[]): Element {
  if (element.tagName === 'a') renameElement(element, 'span')
  element.attrs = element.attrs.flatMap(({ name, value }) => {
    const cleaned = KEPT_ATTRIBUTES.test(name) ? cleanAttribute(element.tagName, name, value) : { refused: name }
    return 'value' in cleaned ? [{ name, value: cleaned.value.replace(NO_XML, '') }] : []
  })
  element.childNodes = inside
  for (const child of inside) child.parentNode = element
  // The serializer writes no end tag for these in HTML, and XML needs one.
  if (VOID.test(element.tagName)) element.namespaceURI = html.NS.SVG
  return element
}
