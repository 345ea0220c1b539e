import type { Tree } from '../model.ts'
import { elementsBelow, textOf } from '../tree.ts'

const LONGEST = 80

/** A slide's first heading, else its first words; empty on a slide without text. */
export function slideTitle(tree: Tree): string {
  const heading = elementsBelow(tree).find(({ tagName }) => /^h[1-6]$/.test(tagName))
  const text = (heading && textOf(heading)) || textOf(tree)
  if (text.length <= LONGEST) return text
  return `${text.slice(0, LONGEST).replace(/\s+\S*$/, '')}…`
}

/** The text of the first top-level heading, if it is on one line. */
export function topHeading(tree: Tree): string | undefined {
  const heading = elementsBelow(tree).find(({ tagName }) => tagName === 'h1')
  if (!heading || elementsBelow(heading).some(({ tagName }) => tagName === 'br')) return undefined
  return textOf(heading) || undefined
}
