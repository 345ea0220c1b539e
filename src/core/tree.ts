import { defaultTreeAdapter, html } from 'parse5'
import type { Element, Node, Tree } from './model.ts'

type Parent = Tree | Element

export function isElement(node: Node | Tree | null | undefined): node is Element {
  return node !== null && node !== undefined && 'tagName' in node
}

export function isText(node: Node): node is Extract<Node, { value: string }> {
  return node.nodeName === '#text'
}

/** The value of an attribute, or `undefined`. */
export function attributeOf(element: Element, name: string): string | undefined {
  for (const attribute of element.attrs) if (attribute.name === name) return attribute.value
  return undefined
}

/** Sets an attribute; a new one is added after the others. */
export function setAttribute(element: Element, name: string, value: string): void {
  const present = element.attrs.find((attribute) => attribute.name === name)
  if (present) present.value = value
  else element.attrs.push({ name, value })
}

/** Removes the attribute with a name, or all whose names match. */
export function removeAttribute(element: Element, name: string | RegExp): void {
  element.attrs = element.attrs.filter((attribute) => (typeof name === 'string' ? attribute.name !== name : !name.test(attribute.name)))
}

/** Adds a class to those that an element has. */
export function addClass(element: Element, name: string): void {
  const present = attributeOf(element, 'class')
  removeAttribute(element, 'class')
  setAttribute(element, 'class', present ? `${present} ${name}` : name)
}

/** The classes of an element. A script or an author may have added one, so an attribute is never compared as a whole. */
export function classesOf(element: Element): readonly string[] {
  const written = attributeOf(element, 'class')
  return written === undefined ? [] : written.split(/\s+/)
}

/** Whether an element has a class, among others. */
export function hasClass(element: Element, name: string): boolean {
  return classesOf(element).includes(name)
}

/** Replaces one class of an element by another, or removes it; the others stay. */
export function replaceClass(element: Element, name: string, other = ''): void {
  const classes = classesOf(element).map((own) => (own === name ? other : own))
  setAttribute(element, 'class', classes.filter((own) => own !== '').join(' '))
}

/** Gives an element another tag name; its attributes and children stay. */
export function renameElement(element: Element, tagName: string): void {
  element.tagName = tagName
  element.nodeName = tagName
}

/** The elements below a node in document order, as an array, so that callers may change the tree. */
export function elementsBelow(root: Parent): Element[] {
  const found: Element[] = []
  const open: Node[] = []
  pushReversed(root.childNodes, open)
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isElement(node)) continue
    found.push(node)
    pushReversed(node.childNodes, open)
  }
  return found
}

/** Pushes nodes so that the first of them is popped first. */
export function pushReversed(nodes: readonly Node[], open: Node[]): void {
  for (let at = nodes.length - 1; at >= 0; at -= 1) {
    const node = nodes[at]
    if (node) open.push(node)
  }
}

/** The text below a node, with white space collapsed; without that of the elements that `skips` names. */
export function textOf(root: Parent, skips?: (element: Element) => boolean): string {
  let text = ''
  const open: Node[] = []
  pushReversed(root.childNodes, open)
  for (let node = open.pop(); node; node = open.pop()) {
    if (isText(node)) text += node.value
    if (!isElement(node) || skips?.(node)) continue
    text += isInline(node) ? '' : ' '
    pushReversed(node.childNodes, open)
  }
  return text.replace(/\s+/g, ' ').trim()
}

/** The text below a node, unchanged. */
export function rawTextOf(root: Parent): string {
  let text = ''
  for (const node of root.childNodes) {
    if (isText(node)) text += node.value
    else if (isElement(node)) text += rawTextOf(node)
  }
  return text
}

const INLINE = new Set(
  'a abbr b bdi bdo big cite code del em font i ins kbd mark rp rt ruby s small span strike strong sub sup tt u'.split(' '),
)

/** Whether an element is part of a line of text. */
export function isInline(element: Element): boolean {
  return INLINE.has(element.tagName)
}

/**
 * A deep copy of a tree. `attributesOf` returns the attributes for the copy of an element, or `undefined` to leave out the element
 * and everything below it.
 */
export function copyTree(tree: Tree, attributesOf: (element: Element) => Element['attrs'] | undefined = ({ attrs }) => attrs): Tree {
  const copy = createTree()
  const copyChildren = (from: Parent, to: Parent): void => {
    for (const child of from.childNodes) {
      if (isText(child)) defaultTreeAdapter.appendChild(to, createText(child.value))
      const attributes = isElement(child) ? attributesOf(child) : undefined
      if (!isElement(child) || !attributes) continue
      const element = defaultTreeAdapter.createElement(
        child.tagName,
        child.namespaceURI,
        attributes.map((attribute) => ({ ...attribute })),
      )
      defaultTreeAdapter.appendChild(to, element)
      copyChildren(child, element)
    }
  }
  copyChildren(tree, copy)
  return copy
}

/** A new tree without nodes. */
export function createTree(): Tree {
  return defaultTreeAdapter.createDocumentFragment()
}

/** A new element that is in no tree yet. */
export function createElement(tagName: string, attributes: Readonly<Record<string, string>> = {}): Element {
  return defaultTreeAdapter.createElement(
    tagName,
    html.NS.HTML,
    Object.entries(attributes).map(([name, value]) => ({ name, value })),
  )
}

/** Moves `children` to the end of a parent, from wherever they were. */
export function append(parent: Parent, children: readonly Node[]): void {
  for (const child of children) {
    defaultTreeAdapter.detachNode(child)
    defaultTreeAdapter.appendChild(parent, child)
  }
}

/** Replaces a node by others, or removes it if there are none. */
export function replace(node: Node, others: readonly Node[]): void {
  const parent = node.parentNode
  if (!parent) return
  for (const other of others) defaultTreeAdapter.detachNode(other)
  const at = parent.childNodes.indexOf(node)
  parent.childNodes = [...parent.childNodes.slice(0, at), ...others, ...parent.childNodes.slice(at + 1)]
  for (const other of others) other.parentNode = parent
  node.parentNode = null
}

/** Removes nodes from their parents; filters each parent only once. */
export function removeAll(nodes: readonly Node[]): void {
  const gone = new Set(nodes)
  const parents = new Set(nodes.flatMap(({ parentNode }) => parentNode ?? []))
  for (const parent of parents) parent.childNodes = parent.childNodes.filter((node) => !gone.has(node))
  for (const node of nodes) node.parentNode = null
}

/** A text node. */
export function createText(value: string): Node {
  return defaultTreeAdapter.createTextNode(value)
}

/** The nearest ancestor with a tag name. */
export function closest(element: Element, tagName: string): Element | undefined {
  for (let parent = element.parentNode; parent; parent = isElement(parent as Node) ? (parent as Element).parentNode : null) {
    if (isElement(parent as Node) && (parent as Element).tagName === tagName) return parent as Element
  }
  return undefined
}
