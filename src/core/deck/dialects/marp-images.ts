import type { Passage } from '../../model.ts'
import { type ForeignSlide, slideComment } from '../foreign-blocks.ts'

// An image of Marp: its words, its address, and what follows it. Neither part may contain brackets of its own.
const IMAGE = /!\[([^[\]]{0,300})\]\(\s*(<[^<>]{1,1000}>|[^\s()<>]{1,1000})((?:\s+"[^"]{0,300}")?)\s*\)/g
const SIZE = /^(w|width|h|height):(\d{1,5}(?:\.\d{1,3})?(?:px|%)?)$/
const FILTER = /^(?:blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)(?::\S*)?$/
const FITTING: Readonly<Record<string, string>> = { cover: 'cover', contain: 'contain', fit: 'contain', auto: 'auto' }
const SPLIT = /^(left|right)(?::(\d{1,2})(?:\.\d+)?%)?$/

interface Side {
  readonly side: string
  readonly share: number
  readonly images: string[]
}

/** Translates `![bg]` and the sizes of images. An image beside the text makes two columns. */
export function translateImages({ lines, firstLine, isCode }: ForeignSlide, leaveOut: (what: string) => void): Passage {
  let hasBackground = false
  let side: Side | undefined
  const translate = (written: string, words: string, address: string, title: string): string => {
    const parts = words.split(/\s+/)
    const opacity = parts.map((part) => /^opacity:(\d?\.?\d{1,3}(?=$|%))(%?)$/.exec(part)).find((found) => found)
    const isBackground = parts.includes('bg')
    if (parts.some((part) => FILTER.test(part) && !(isBackground && part.startsWith('opacity')))) leaveOut('filters of images')
    if (!isBackground) return resize(written, parts, address + title)
    const text = parts
      .filter(
        (part) =>
          part !== 'bg' &&
          part !== 'vertical' &&
          !SIZE.test(part) &&
          !FILTER.test(part) &&
          !Object.hasOwn(FITTING, part) &&
          !SPLIT.test(part) &&
          !/^\d+%$/.test(part),
      )
      .join(' ')
    const split = parts.map((part) => SPLIT.exec(part)).find((found) => found)
    const image = `![${text}](${address}${title})`
    if (split) {
      side ??= { side: split[1] ?? '', share: Number(split[2] ?? 50), images: [] }
      side.images.push(image)
      return ''
    }
    // reveal.js has one background; the others are shown on the slide.
    if (hasBackground) return image
    hasBackground = true
    const plain = address.replace(/^<|>$/g, '')
    if (/^#[\da-f]{3,8}$/i.test(plain)) return slideComment({ 'data-background-color': plain })
    const size = parts.map((part) => (Object.hasOwn(FITTING, part) ? FITTING[part] : /^\d+%$/.exec(part)?.[0])).find((found) => found)
    return slideComment({
      'data-background-image': plain,
      'data-background-size': size ?? 'cover',
      'data-background-opacity': opacity ? String(Number(opacity[1]) / (opacity[2] === '%' ? 100 : 1)) : undefined,
    })
  }
  const translated = lines.map((line, index) =>
    isCode(index) || !line.includes('![')
      ? line
      : line.replace(IMAGE, (written: string, words: string, address: string, title: string) => translate(written, words, address, title)),
  )
  if (!side) return { markdown: translated.join('\n'), line: firstLine }
  const ninth = Math.min(8, Math.max(1, Math.round((side.share / 100) * 9)))
  const [image, text] = [side.images.join('\n\n'), translated.join('\n')]
  // The lines of the text keep their numbers: what is before it starts above the slide.
  const before = side.side === 'left' ? `:::columns ${ninth}:${9 - ninth}\n${image}\n+++\n` : `:::columns ${9 - ninth}:${ninth}\n`
  const after = side.side === 'left' ? '\n:::' : `\n+++\n${image}\n:::`
  return { markdown: before + text + after, line: firstLine - (before.split('\n').length - 1) }
}

// `![w:200px](a.png)` is `![](a.png =200x)`.
function resize(written: string, words: readonly string[], inside: string): string {
  const sizes = words.flatMap((word) => {
    const [, name = '', pixels = ''] = SIZE.exec(word) ?? []
    return name === '' ? [] : [[name[0], pixels.replace('px', '')] as const]
  })
  if (sizes.length === 0) return written
  const of = new Map(sizes)
  return `![${words.filter((word) => !SIZE.test(word) && !FILTER.test(word)).join(' ')}](${inside} =${of.get('w') ?? ''}x${of.get('h') ?? ''})`
}
