import { defaultTreeAdapter } from 'parse5'
import type { Element } from '../model.ts'
import { cleanDrawing, drawingSize } from './clean-svg.ts'
import { refusedClasses } from './policy.ts'
import { attributeOf, elementsBelow } from '../tree.ts'

/**
 * Makes a drawing fit to stand in a page: cleaned, with ids and a style sheet of its own, and its size for the style sheet
 * of the page in `--width`. `prefix` makes the ids unique.
 */
export function makeInline(svg: Element, prefix: string): void {
  const rename = (id: string) => `${prefix}${id}`
  const id = rename(attributeOf(svg, 'id') ?? '')
  cleanDrawing(svg, { whole: `#${id}`, inside: `:where(#${id},#${id} *)`, rename })
  const size = drawingSize(svg)
  if (size && attributeOf(svg, 'viewBox') === undefined) svg.attrs.push({ name: 'viewBox', value: `0 0 ${size.width} ${size.height}` })
  svg.attrs = svg.attrs.filter(({ name }) => !/^(id|width|height|style)$/.test(name))
  for (const element of [svg, ...elementsBelow(svg)]) {
    // Tips that name the parts as the source does.
    if (element.tagName === 'title') defaultTreeAdapter.detachNode(element)
    // Names that reveal.js would act upon, and what only the tool could say of its parts.
    const kept = element.attrs.filter(({ name }) => !/^(data-|aria-|role$|tabindex$)/.test(name))
    element.attrs = kept.map((attribute) => ({ ...attribute, value: inlineValue(attribute, rename) }))
  }
  svg.attrs.push({ name: 'id', value: id })
  if (!size) return
  svg.attrs.push(
    { name: 'width', value: String(size.width) },
    { name: 'height', value: String(size.height) },
    { name: 'style', value: `--width:${size.width}` },
  )
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
