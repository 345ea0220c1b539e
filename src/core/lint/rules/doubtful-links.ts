import { attributeOf, elementsBelow, textOf } from '../../tree.ts'
import { locationFinder } from '../../deck/find-location.ts'
import type { Rule } from '../rule.ts'

// A name with capitals whose ending is probably not meant as a domain.
const NAME = /^(?=[^/]*\p{Lu})[^/@:]+\.(?!(?:com|org|net|de|eu|info)\b)[a-z]{2,}(?:\/|$)/iu

/** Links without text or address, and text that was turned into a link by mistake. */
export const doubtfulLinks: Rule = ({ deck, columns }, { report, sourceLines, elementsOf }) => {
  const findLocation = locationFinder(deck, sourceLines)
  for (const slide of columns.flat()) {
    for (const link of elementsOf(slide)) {
      if (link.tagName !== 'a') continue
      const href = attributeOf(link, 'href')
      const line = slide.lines.get(link)
      if (href === undefined || line === undefined) continue
      const text = textOf(link)
      const isBare =
        text === '' && elementsBelow(link).length === 0 && !link.attrs.some(({ name }) => /^(aria-label|title|id|name)$/.test(name))
      if (isBare || href === '') report('link-empty', findLocation(line, isBare ? '[](' : `[${text}](`, '<a'))
      if (!/\p{Lu}/u.test(text) || !NAME.test(text) || !href.toLowerCase().startsWith(`http://${text.toLowerCase()}`)) continue
      const location = findLocation(line, text)
      const before = sourceLines[(location.line ?? 0) - 1]?.slice(0, (location.column ?? 1) - 1) ?? ''
      if (location.column !== undefined && /(^|[\s(,;])$/.test(before)) report('link-guessed', location, text)
    }
  }
}
