import type { Element, Node } from '../model.ts'
import { cleanDeclarations } from '../clean/clean-css.ts'
import { append, closest, createElement, createText, elementsBelow, isElement, isText, replace, setAttribute } from '../tree.ts'
import type { PassagePass } from './pass.ts'

const TAG = /\[(name|time|color)=([^[\]]+)\]/

/** `[name=…]`, `[time=…]` and `[color=…]` in quotes and list items: who said it, when, and in which colour. */
export const quoteTags: PassagePass = ({ tree }) => {
  for (const element of elementsBelow(tree)) {
    const quote = element.tagName === 'p' ? closest(element, 'blockquote') : undefined
    const isInItem = element.tagName === 'p' && element.parentNode?.nodeName === 'li'
    if (!quote && !isInItem && element.tagName !== 'li') continue
    for (const node of textsOf(element)) splitText(node, quote)
  }
}

function splitText(node: Node, quote: Element | undefined): void {
  if (!isText(node)) return
  const parts: Node[] = []
  let rest = node.value
  for (let found = TAG.exec(rest); found; found = TAG.exec(rest)) {
    const [whole, kind, value = ''] = found
    const tag = kind === 'color' ? colourTag(value, quote) : personTag(kind === 'name' ? 'fa fa-user' : 'fa fa-clock-o', value)
    if (!tag) break
    parts.push(createText(rest.slice(0, found.index)), tag)
    rest = rest.slice(found.index + whole.length)
  }
  if (parts.length > 0) replace(node, [...parts, createText(rest)])
}

function personTag(icon: string, value: string): Element {
  const tag = createElement('small')
  append(tag, [createElement('i', { class: icon, 'aria-hidden': 'true' }), createText(` ${value}`)])
  return tag
}

// In a quote it colours the border, in a list a tag icon.
function colourTag(value: string, quote: Element | undefined): Element | undefined {
  if (!/^(#[0-9a-f]{3,8}|[a-z]{3,30}|rgba?\([\d\s.,%]{1,40}\))$/i.test(value)) return undefined
  if (!quote)
    return createElement('span', {
      class: 'color fa fa-tag',
      'data-color': value,
      style: cleanDeclarations(`color: ${value}`, () => undefined),
    })
  setAttribute(quote, 'style', `border-left-color: ${value}`)
  return createElement('span', { class: 'color', 'data-color': value })
}

// The texts of an element, except those in nested quotes and lists, and in code.
function textsOf(element: Element): Node[] {
  return element.childNodes.flatMap((node) => {
    if (isText(node)) return [node]
    return isElement(node) && !/^(ul|ol|blockquote|pre|code|p|li)$/.test(node.tagName) ? textsOf(node) : []
  })
}
