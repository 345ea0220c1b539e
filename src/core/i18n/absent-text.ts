import { fill } from './words-in.ts'
import type { Words } from './words.ts'

export interface AbsentPicture {
  readonly address: string
  /** The author's words for it, or nothing. */
  readonly alt: string
  /** The server that it is on; missing where it should be in the site. */
  readonly host?: string
}

/** What is said in the place of a picture that is on another server or missing: its name, and where it is. */
export function absentText({ address, alt, host }: AbsentPicture, words: Words['viewer']): string {
  const name = alt || decode(address.split(/[?#]/)[0]?.split('/').pop() ?? address)
  return `${name} (${host === undefined ? words.missing : fill(words.elsewhere, host)})`
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
