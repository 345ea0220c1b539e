/** Whether a text contains CSS that loads a file, however it is escaped: in CSS, JSON, YAML, or with Mermaid's entities. */
export function loadsFile(text: string): boolean {
  const read = text
    .replace(/\\\n\s*/g, '')
    .replace(/\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|&?#x([0-9a-f]{1,6});/gi, (_, ...hex: (string | undefined)[]) => sign(hex.find(Boolean), 16))
    .replace(/&?#(\d{1,7});/g, (_, digits: string) => sign(digits, 10))
    .replace(/[#&]lpar;/g, '(')
  return [text, read].some((one) => LOADS.test(withoutEscapes(one)))
}

// A fragment of the same document loads nothing.
const LOADS = /@import|@font-face|(url|src|image-set)\((?!\s*["']?#)/i

function withoutEscapes(css: string): string {
  return css.replace(/\\(?:([0-9a-f]{1,6})\s?|([^]))/gi, (_, hex?: string, plain?: string) => plain ?? sign(hex, 16))
}

function sign(digits: string | undefined, base: number): string {
  const code = Number.parseInt(digits ?? '', base)
  return code <= 0x10ffff ? String.fromCodePoint(code) : ''
}
