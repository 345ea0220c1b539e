import { decodeAddress } from '../shared/decode-address.ts'
import type { FindLocation } from '../deck/find-location.ts'
import { replaceAt, type SourceLocation } from '../diagnostics/diagnostic.ts'

// What is before an address in Markdown and HTML: without it, "a.png" would be found in "data.png".
const BEFORE = ['](', '](<', '"', "'", '=', ': ']

/**
 * The location of an address in its deck, whether or not Markdown has encoded it. If there is only one address that its author can
 * have meant, with the edit that writes it.
 */
export function locateAddress(
  findLocation: FindLocation,
  written: { readonly line: number; readonly address: string; readonly meant?: string | undefined },
): SourceLocation {
  const { line, address, meant } = written
  const spellings = [...new Set([address, decodeAddress(address) ?? address])]
  if (meant !== undefined)
    for (const spelling of spellings)
      for (const before of BEFORE) {
        const location = findLocation(line, before + spelling)
        if (location.line === undefined || location.column === undefined) continue
        const column = location.column + before.length
        return { ...location, column, edits: [replaceAt(location.line, column, [spelling, meant])] }
      }
  return findLocation(line, ...spellings)
}
