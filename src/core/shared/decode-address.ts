/** An address, or a part of one, without its percent signs; `undefined` if they do not encode text. */
export function decodeAddress(address: string): string | undefined {
  try {
    return decodeURIComponent(address)
  } catch {
    return undefined
  }
}

/** An address as an author writes it, and a message should: with letters instead of the percent signs of other alphabets. */
export function readableAddress(address: string): string {
  return address.replace(/(?:%[89a-f][\da-f])+/gi, (codes) => {
    const letters = decodeAddress(codes)
    // No invisible characters or controls of the writing direction.
    return letters !== undefined && /^[\p{L}\p{M}\p{N}\p{P}\p{S}]+$/u.test(letters) ? letters : codes
  })
}
