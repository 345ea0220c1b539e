import { lexer } from 'css-tree/dist/csstree.esm'
import { locationFinder, spellingsOf } from '../../deck/find-location.ts'
import type { Rule } from '../rule.ts'

/** How a browser interprets an unsuitable value, and what to write instead. */
interface Misunderstood {
  readonly means: string
  readonly help: string
}

const SIZED = new Set(['img', 'video', 'iframe', 'table', 'td', 'th', 'col', 'colgroup'])
const FLAGS = new Set(['autoplay', 'controls', 'loop', 'muted', 'playsinline', 'open', 'allowfullscreen'])

/** An attribute whose value browsers ignore or interpret in an unexpected way. */
export const htmlAttributeValue: Rule = ({ deck, columns }, { report, sourceLines, elementsOf, noteElementsOf }) => {
  const findLocation = locationFinder(deck, sourceLines)
  for (const slide of columns.flat()) {
    for (const element of [...elementsOf(slide), ...noteElementsOf(slide)]) {
      for (const { name, value } of element.attrs) {
        const wrong = misunderstood(element.tagName, name, value)
        if (!wrong) continue
        const location = findLocation(slide.lines.get(element), ...spellingsOf(name, value))
        report('html-attribute-value', location, name, value, element.tagName, wrong.means, wrong.help)
      }
    }
  }
}

function misunderstood(tagName: string, name: string, value: string): Misunderstood | undefined {
  if (tagName === 'font' && name === 'size') return fontSize(value)
  if (tagName === 'font' && name === 'color') return fontColour(value)
  if (SIZED.has(tagName) && (name === 'width' || name === 'height')) return length(name, value)
  if (FLAGS.has(name) && /^(false|no|off|0)$/i.test(value.trim()))
    return { means: 'turns it on: the attribute counts, not its value', help: `Remove ${name}` }
  return undefined
}

function fontSize(value: string): Misunderstood | undefined {
  const [, sign, digits, rest = ''] = /^\s*([+-]?)(\d+)(.*)$/s.exec(value) ?? []
  if (digits === undefined) {
    return value.trim() === '' ? undefined : { means: 'has no effect', help: 'Write a size from 1 to 7, or style="font-size: …"' }
  }
  const number = Number(digits)
  if (rest.trim() === '' && (sign !== '' || (number >= 1 && number <= 7))) return undefined
  const size = sign === '' ? Math.min(Math.max(number, 1), 7) : 3 + (sign === '-' ? -number : number)
  const clamped = Math.min(Math.max(size, 1), 7)
  return {
    means: `is read as size ${clamped} on a scale of 1 to 7`,
    help: /^\s*(px|pt|em|rem|%)\s*$/.test(rest)
      ? `Write style="font-size: ${digits}${rest.trim()}"`
      : 'Write a size from 1 to 7, or style="font-size: …"',
  }
}

// HTML turns any text into a colour.
function fontColour(value: string): Misunderstood | undefined {
  const colour = value.trim()
  if (colour === '' || /^#?[0-9a-f]{6}$|^#[0-9a-f]{3}$/i.test(colour)) return undefined
  const isColour = colour.length < 100 && !lexer.matchProperty('color', colour).error
  if (isColour && /^[a-z]+$/i.test(colour) && !/^(transparent|currentcolor|inherit|initial|unset|revert)$/i.test(colour)) return undefined
  return {
    means: 'is shown as a different colour',
    help: isColour ? `Write style="color: ${colour}"` : 'Write a colour name, or # and six hex digits',
  }
}

function length(name: string, value: string): Misunderstood | undefined {
  if (/^\s*\d+(\.\d+)?\s*(%|px)?\s*$/i.test(value) || /^\s*(auto)?\s*$/i.test(value)) return undefined
  const [, digits, unit = ''] = /^\s*\+?(\d+(?:\.\d+)?)\s*([a-z%]*)/i.exec(value) ?? []
  if (digits === undefined) return { means: 'has no effect', help: 'Write a number of pixels or a percentage' }
  return {
    means: `is read as ${digits}${unit === '%' ? ' %' : ' pixels'}`,
    help: unit === '' || unit === '%' ? 'Write a single number' : `Write style="${name}: ${digits}${unit}"`,
  }
}
