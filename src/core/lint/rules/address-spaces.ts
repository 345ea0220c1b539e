import { decodeAddress } from '../../shared/decode-address.ts'
import { replaceAt } from '../../diagnostics/diagnostic.ts'
import { readSpacedAddress } from '../../markdown/spaced-address.ts'
import { attributeOf } from '../../tree.ts'
import type { Element } from '../../model.ts'
import type { Rule } from '../rule.ts'

const LONGEST_LINE = 5000

/** An address with spaces and without angle brackets, which Markdown does not read as one. */
export const addressSpaces: Rule = ({ deck, columns }, { report, sourceLines, elementsOf, noteElementsOf }) => {
  const seen = new Set<string>()
  for (const slide of columns.flat())
    for (const element of [...elementsOf(slide), ...noteElementsOf(slide)]) {
      const line = slide.lines.get(element)
      const name = nameIn(element)
      if (line === undefined || !name?.includes(' ')) continue
      const text = (sourceLines[line - 1] ?? '').slice(0, LONGEST_LINE)
      for (let at = text.indexOf(']('); at !== -1; at = text.indexOf('](', at + 2)) {
        if (isInCode(text, at)) continue
        const address = readSpacedAddress(text.slice(at + 2))?.address
        if (address === undefined || nameOf(decodeAddress(address) ?? address) !== name || seen.has(`${line} ${at}`)) continue
        seen.add(`${line} ${at}`)
        const column = text.indexOf(address, at) + 1
        const edits = [replaceAt(line, column, [address, `<${address}>`])]
        report('address-spaces', { file: deck.source.path, line, column, edits }, address)
        break
      }
    }
}

// The file name in the address of an image, medium or link.
function nameIn(element: Element): string | undefined {
  const address = attributeOf(element, 'src') ?? attributeOf(element, 'data-src') ?? attributeOf(element, 'href')
  return address === undefined ? undefined : nameOf(decodeAddress(address) ?? address)
}

const isInCode = (text: string, at: number) => text.slice(0, at).split('`').length % 2 === 0

const nameOf = (address: string) => address.slice(address.search(/[^/\\]*$/)).replace(/[?#].*$/s, '')
