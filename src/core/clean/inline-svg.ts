import { defaultTreeAdapter } from 'parse5'
import type { Element } from '../model.ts'
import { cleanDrawing, drawingSize } from './clean-svg.ts'
import { refusedClasses } from './policy.ts'
import { attributeOf, elementsBelow, removeAttribute, setAttribute } from '../tree.ts'

/**
 * Makes a drawing fit to stand in a page: cleaned, with ids and a style sheet of its own, and its size for the style sheet
 * of the page in `--width`. `prefix` makes the ids unique.
 */
export function makeInline(svg: Element, prefix: string): void {
  const rename = (id: string) => `${prefix}${id}`
  const id = rename(attributeOf(svg, 'id') ?? '')
  cleanDrawing(svg, { whole: `#${id}`, inside: `:where(#${id},#${id} *)`, rename })
  const size = drawingSize(svg)
  if (size && attributeOf(svg, 'viewBox') === undefined) setAttribute(svg, 'viewBox', `0 0 ${size.width} ${size.height}`)
  removeAttribute(svg, /^(id|width|height|style)$/)
  for (const element of [svg, ...elementsBelow(svg)]) {
    // Tips that name the parts as the source does.
    if (element.tagName === 'title') defaultTreeAdapter.detachNode(element)
    // Names that reveal.js would act upon, and what only the tool could say of its parts.
    removeAttribute(element, /^(data-|aria-|role$|tabindex$)/)
    for (const attribute of element.attrs) attribute.value = inlineValue(attribute, rename)
  }
  setAttribute(svg, 'id', id)
  if (!size) return
  setAttribute(svg, 'width', String(size.width))
  setAttribute(svg, 'height', String(size.height))
  setAttribute(svg, 'style', `--width:${size.width}`)
}

function inlineValue({ name, value }: Element['attrs'][number], rename: (id: string) => string): string {
  if (name === 'id') return rename(value)
  if (name === 'href') return value.startsWith('#') ? `#${rename(value.slice(1))}` : value
  const renamed = value.replace(/url\(\s*["']?#([^)"'\s]+)["']?\s*\)/g, (_, target: string) => `url(#${rename(target)})`)
  if (name === 'class')
    return value
      .split(/\s+/)
      .filter((word) => !refusedClasses.test(word))
      .join(' ')
  // Nobody sees less than a hundredth of a pixel, and half of a drawing are its digits.
  return name !== 'd' && name !== 'points'
    ? renamed
    : value.replace(/(?<![\d.])\d+\.\d{3,}(?![\w.])/g, (number) => String(Number(Number(number).toFixed(2))))
}
