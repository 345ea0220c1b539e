/** An address, or a part of one, without its percent signs; `undefined` if they do not encode text. */
export function decodeAddress(address: string): string | undefined {
  try {
    return decodeURIComponent(address)
  } catch {
    return undefined
  }
}
