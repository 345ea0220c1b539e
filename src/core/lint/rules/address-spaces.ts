import { decodeAddress } from '../../shared/decode-address.ts'
import { replaceAt } from '../../diagnostics/diagnostic.ts'
import { readSpacedAddress } from '../../markdown/spaced-address.ts'
import { attributeOf } from '../../tree.ts'
import type { Element } from '../../model.ts'
import type { Rule } from '../rule.ts'

const LONGEST_LINE = 5000

/** An address with spaces and without angle brackets, which Markdown does not read as one. */
export const addressSpaces: Rule = ({ deck, columns }, { report, sourceLines, elementsOf, noteElementsOf }) => {
  const places = placesIn(sourceLines)
  for (const slide of columns.flat())
    for (const element of [...elementsOf(slide), ...noteElementsOf(slide)]) {
      const line = slide.lines.get(element)
      const name = nameIn(element)
      if (line === undefined || !name?.includes(' ')) continue
      const found = places(line).get(name)?.pop()
      if (!found) continue
      const { address, column } = found
      const edits = [replaceAt(line, column, [address, `<${address}>`])]
      report('address-spaces', { file: deck.source.path, line, column, edits }, address)
    }
}

interface Place {
  readonly address: string
  readonly column: number
}

// The addresses with spaces on a line by the names of their files, the first one last; each line is searched once.
function placesIn(lines: readonly string[]): (line: number) => ReadonlyMap<string, Place[]> {
  const known = new Map<number, ReadonlyMap<string, Place[]>>()
  return (line) => {
    const searched = known.get(line)
    if (searched) return searched
    const byName = new Map<string, Place[]>()
    for (const place of placesOn(lines[line - 1] ?? '').toReversed()) {
      const same = byName.get(place.name)
      if (same) same.push(place)
      else byName.set(place.name, [place])
    }
    known.set(line, byName)
    return byName
  }
}

function placesOn(line: string): (Place & { readonly name: string })[] {
  const text = line.slice(0, LONGEST_LINE)
  return [...text.matchAll(/\]\(/g)].flatMap(({ index }) => {
    const address = isInCode(text, index) ? undefined : readSpacedAddress(text.slice(index + 2))?.address
    if (address === undefined) return []
    return [{ name: nameOf(decodeAddress(address) ?? address), address, column: text.indexOf(address, index) + 1 }]
  })
}

// The file name in the address of an image, medium or link.
function nameIn(element: Element): string | undefined {
  const address = attributeOf(element, 'src') ?? attributeOf(element, 'data-src') ?? attributeOf(element, 'href')
  return address === undefined ? undefined : nameOf(decodeAddress(address) ?? address)
}

const isInCode = (text: string, at: number) => text.slice(0, at).split('`').length % 2 === 0

const nameOf = (address: string) => address.slice(address.search(/[^/\\]*$/)).replace(/[?#].*$/s, '')
