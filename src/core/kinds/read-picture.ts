import type { Element, Node } from '../model.ts'
import { attributeOf, isElement, isText } from '../tree.ts'
import type { Picture } from './slide-shape.ts'

// What is assumed of a picture whose size is not known.
const USUAL = { ratio: 1.5, width: 1000 }
// In pixels. Smaller ones stand in a line of text as a letter does.
const ICON = 64

/** Whether an image is as small as a letter, by what its author wrote or by its own size. */
export function isIcon(image: Element): boolean {
  const { width, writtenWidth } = sizesOf(image)
  return (writtenWidth ?? width ?? ICON + 1) <= ICON
}

/** Whether an image is on another server or nowhere, so that its page shows a card. */
export function isMissing(image: Element): boolean {
  return attributeOf(image, 'data-src') !== undefined
}

/** The facts of an image, video or drawing on a slide. */
export function readPicture(element: Element): Omit<Picture, 'holder' | 'isInText'> {
  if (element.tagName !== 'img') return { element, ratio: 16 / 9, width: USUAL.width, isPhoto: false }
  const { ratio, width, writtenWidth } = sizesOf(element)
  const source = (attributeOf(element, 'src') ?? '').toLowerCase()
  return {
    element,
    ratio: ratio ?? USUAL.ratio,
    width: width ?? USUAL.width,
    writtenWidth,
    isPhoto: ['.jpg', '.jpeg', '.webp', '.avif'].some((ending) => source.endsWith(ending)),
  }
}

function sizesOf(image: Element): {
  readonly ratio?: number | undefined
  readonly width?: number | undefined
  readonly writtenWidth?: number | undefined
} {
  const style = attributeOf(image, 'style') ?? ''
  const written = pixels(attributeOf(image, 'width'))
  const height = pixels(attributeOf(image, 'height'))
  const ratio = positive(valueIn(style, '--ratio:')) ?? (written !== undefined && height !== undefined ? written / height : undefined)
  return {
    ratio,
    width: positive(valueIn(style, '--width:')),
    writtenWidth: written ?? (height !== undefined && ratio !== undefined ? height * ratio : undefined),
  }
}

function valueIn(style: string, name: string): number {
  const at = style.lastIndexOf(name)
  return at === -1 ? Number.NaN : Number.parseFloat(style.slice(at + name.length, at + name.length + 20))
}

// A percentage says nothing before the room is known.
function pixels(written: string | undefined): number | undefined {
  return written === undefined || written.includes('%') ? undefined : positive(Number.parseFloat(written))
}

function positive(value: number): number | undefined {
  return Number.isFinite(value) && value > 0 ? value : undefined
}

/** The picture, or the link around nothing else, if it is a line of its own between the line breaks of a paragraph. */
export function ownLine(picture: Element, paragraph: Element): Element | undefined {
  const parent = picture.parentNode
  const isLinked = isElement(parent as Node) && (parent as Element).tagName === 'a' && (parent as Element).childNodes.length === 1
  const holder = isLinked ? (parent as Element) : picture
  if (holder.parentNode !== paragraph) return undefined
  const at = paragraph.childNodes.indexOf(holder)
  return isFree(paragraph.childNodes.slice(0, at).toReversed()) && isFree(paragraph.childNodes.slice(at + 1)) ? holder : undefined
}

// Only white space up to the next line break.
function isFree(beside: readonly Node[]): boolean {
  for (const node of beside) {
    if (isElement(node)) return node.tagName === 'br'
    if (isText(node) && node.value.trim() !== '') return false
  }
  return true
}
