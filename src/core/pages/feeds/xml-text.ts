const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

// What XML 1.0 does not allow even as a reference: control characters, halves of surrogate pairs, and two that are no characters.
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** Text for an XML document, as content or as an attribute value in double quotes. Characters that XML does not allow are left out. */
export function xmlText(text: string): string {
  return allowedText(text).replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
}

/** A text without the characters that XML does not allow. */
export function allowedText(text: string): string {
  return text.replace(NOT_XML, '')
}
