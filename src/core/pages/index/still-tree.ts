import type { Element, Tree } from '../../model.ts'
import { attributeOf, copyTree } from '../../tree.ts'

/** Where a file stands for the page that shows the copy; `undefined` where that page must not load it. */
export type Rebase = (address: string) => string | undefined

// What plays or shows another document; a picture of the slide has no room for either.
const LEFT_OUT = new Set(['audio', 'video', 'iframe'])
const OF_LINKS = new Set(['href', 'target', 'rel', 'data-frame'])

/** A copy of a clean tree to be looked at only: nothing plays, leads anywhere or waits for a step, and pictures come late. */
export function stillTree(tree: Tree, rebase: Rebase): Tree {
  return copyTree(tree, (element) => (LEFT_OUT.has(element.tagName) || isNotes(element) ? undefined : stillAttributes(element, rebase)))
}

function isNotes(element: Element): boolean {
  return element.tagName === 'aside' && /(^|\s)notes(\s|$)/.test(attributeOf(element, 'class') ?? '')
}

// Nothing where the element has nothing to show: a picture that is missing or on another server.
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

// Shown from the beginning, whatever the step at which the slide would show it.
function withoutStep(attribute: Element['attrs'][number]): Element['attrs'][number] {
  if (attribute.name !== 'class') return attribute
  const classes = attribute.value.split(/\s+/).filter((name) => name !== 'fragment')
  return { ...attribute, value: classes.join(' ') }
}
