/** A string of JavaScript for any place in a page or a file: no text of a deck that is in it has a meaning there. */
export function quoted(text: string): string {
  const escaped = text.replace(/[\\'\n\r\u2028\u2029]/g, (character) => ESCAPES[character] ?? '').replace(/<(?=[/!])/g, '\\x3c')
  return `'${escaped}'`
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}
