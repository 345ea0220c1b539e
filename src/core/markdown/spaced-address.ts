import { conversionOf, kindOf } from '../files.ts'

/** An address with spaces, as it is between the brackets of an image or link. */
export interface SpacedAddress {
  readonly address: string
  readonly title: string
  /** Width and height as `=200x100` gives them. */
  readonly size: readonly [width: string, height: string]
  /** The number of characters up to and including the closing bracket. */
  readonly length: number
}

const LONGEST = 300
const REST = /^(?:[ \t]{1,9}(?:"([^"\n]*)"|'([^'\n]*)'))?(?:[ \t]{1,9}=(\d[\d%]*)?x([\d%]*))?[ \t]{0,9}\)/

/**
 * Reads `with space.png)`: the text after an opening bracket that starts with an address. CommonMark reads none there, so the ending
 * of a file must make clear that one is meant.
 */
export function readSpacedAddress(source: string): SpacedAddress | undefined {
  const text = source.slice(0, LONGEST)
  if (/^\s*[<"']/.test(text)) return undefined
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (/[\n<>[\]`]/.test(character) || depth < 0) return undefined
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if (depth !== 0 || !/\w/.test(character) || !/[\s)]/.test(text[at + 1] ?? '')) continue
    const rest = REST.exec(text.slice(at + 1))
    const address = text.slice(0, at + 1).trim()
    if (!rest || !/\s/.test(address) || !isFile(address)) continue
    const [whole, title = rest[2] ?? '', , width = '', height = ''] = rest
    return { address, title, size: [width, height], length: at + 1 + whole.length }
  }
  return undefined
}

function isFile(address: string): boolean {
  const path = address.replace(/[?#]\S*$/, '')
  return kindOf(path) !== undefined || conversionOf(path) !== undefined
}
