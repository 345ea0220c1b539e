import { attributeOf, closest, elementsBelow } from '../../tree.ts'
import type { Element } from '../../model.ts'
import { locationFinder } from '../../deck/find-location.ts'
import type { Rule } from '../rule.ts'

/**
 * An image without alternative text. Missing images have their own message; `alt=""` in HTML marks decoration, for which Markdown
 * has no syntax.
 */
export const imageAlt: Rule = ({ deck, columns, named }, { report, sourceLines, elementsOf }) => {
  const findLocation = locationFinder(deck, sourceLines)
  const empty = emptyBracketsOf(sourceLines)
  const hasCaption = captionFinder()
  for (const slide of columns.flat()) {
    for (const picture of elementsOf(slide)) {
      const line = slide.lines.get(picture)
      if (picture.tagName !== 'img' || line === undefined || attributeOf(picture, 'src') === undefined) continue
      const isEmpty = (attributeOf(picture, 'alt') ?? '').trim() === '' && empty(line).length > 0
      if (!(named.has(picture) || isEmpty) || hasCaption(picture)) continue
      const starts = empty(line).length > 0 ? empty(line) : (sourceLines[line - 1] ?? '').includes('<img') ? ['<img'] : []
      if (starts.length > 0) report('image-alt', findLocation(line, ...starts))
    }
  }
}

/** Whether an image is in a figure with a caption; each figure is searched once. */
function captionFinder(): (picture: Element) => boolean {
  const known = new Map<Element, boolean>()
  return (picture) => {
    const figure = closest(picture, 'figure')
    if (!figure) return false
    const found = known.get(figure) ?? elementsBelow(figure).some(({ tagName }) => tagName === 'figcaption')
    known.set(figure, found)
    return found
  }
}

/** The starts of images without alternative text on a line of Markdown. */
function emptyBracketsOf(lines: readonly string[]): (line: number) => readonly string[] {
  const known = new Map<number, readonly string[]>()
  return (line) => {
    const found = known.get(line) ?? [...(lines[line - 1] ?? '').slice(0, 5000).matchAll(/!\[\s{0,9}\]/g)].map(([written]) => written)
    known.set(line, found)
    return found
  }
}
