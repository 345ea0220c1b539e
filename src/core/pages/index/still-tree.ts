import type { Element, Tree } from '../../model.ts'
import { attributeOf, copyTree } from '../../tree.ts'

/** The address of a file as seen from the page that shows the copy; `undefined` if that page must not load it. */
export type Rebase = (address: string) => string | undefined

// Media and embedded documents, which a thumbnail does not show.
const LEFT_OUT = new Set(['audio', 'video', 'iframe'])
const OF_LINKS = new Set(['href', 'target', 'rel', 'data-frame'])

/** A static copy of a clean tree: no media, links or steps, and images are loaded lazily. */
export function stillTree(tree: Tree, rebase: Rebase): Tree {
  return copyTree(tree, (element) => (LEFT_OUT.has(element.tagName) || isNotes(element) ? undefined : stillAttributes(element, rebase)))
}

function isNotes(element: Element): boolean {
  return element.tagName === 'aside' && /(^|\s)notes(\s|$)/.test(attributeOf(element, 'class') ?? '')
}

// `undefined` for images that are missing or on another server.
function stillAttributes({ tagName, attrs }: Element, rebase: Rebase): Element['attrs'] | undefined {
  if (tagName === 'a') return attrs.filter(({ name }) => !OF_LINKS.has(name)).map(withoutStep)
  if (tagName !== 'img') return attrs.map(withoutStep)
  const source = attrs.find(({ name }) => name === 'src')
  const address = source && rebase(source.value)
  if (address === undefined) return undefined
  const others = attrs.filter(({ name }) => name !== 'src' && name !== 'loading' && name !== 'decoding')
  // `loading` before `src`: a browser reads them in this order and would have begun.
  return [
    { name: 'loading', value: 'lazy' },
    { name: 'decoding', value: 'async' },
    { name: 'src', value: address },
    ...others.map(withoutStep),
  ]
}

// Shown from the start, whatever its step.
function withoutStep(attribute: Element['attrs'][number]): Element['attrs'][number] {
  if (attribute.name !== 'class') return attribute
  const classes = attribute.value.split(/\s+/).filter((name) => name !== 'fragment')
  return { ...attribute, value: classes.join(' ') }
}
