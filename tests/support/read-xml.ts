/** An element of an XML document. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** The text directly in it. */
  readonly text: string
}

const REFERENCES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }

/**
 * Reads an XML document strictly, and only what such files need: a declaration, elements, attributes, text and the five references. Throws
 * for anything else, such as characters that XML does not allow.
 */
export function readXml(text: string): XmlElement {
  const refused = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(text)
  if (refused) throw new Error(`a character that XML does not allow: ${JSON.stringify(refused[0])}`)
  const start = /^<\?xml version="1\.0" encoding="utf-8"\?>\n/i.exec(text)
  if (!start) throw new Error('no XML declaration')
  const roots: XmlElement[] = []
  const open: { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string }[] = []
  const add = (element: XmlElement) => (open.at(-1)?.children ?? roots).push(element)
  for (const [token, end, name = '', written = '', empty] of text
    .slice(start[0].length)
    .matchAll(/<(\/)?([A-Za-z][\w:.-]*)((?:\s+[A-Za-z][\w:.-]*="[^"<]*")*)\s*(\/)?>|[^<]+|<[^]{0,80}/g)) {
    const holder = open.at(-1)
    if (name === '') {
      if (token.startsWith('<')) throw new Error(`not a tag: ${token}`)
      if (token.includes(']]>')) throw new Error('the end of a CDATA section in a text')
      if (holder) holder.text += unescape(token)
      else if (token.trim() !== '') throw new Error(`text outside of the root: ${token}`)
    } else if (end) {
      if (holder?.name !== name) throw new Error(`</${name}> closes <${holder?.name}>`)
      open.pop()
      add(holder)
    } else {
      const pairs = [...written.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, unescape(value)] as const)
      if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw new Error(`an attribute twice: ${token}`)
      const element = { name, attributes: Object.fromEntries(pairs), children: [], text: '' }
      if (empty) add(element)
      else open.push(element)
    }
  }
  const [root] = roots
  if (!root || roots.length > 1 || open.length > 0) throw new Error(`${roots.length} roots, ${open.length} elements not closed`)
  return root
}

function unescape(text: string): string {
  return text.replace(/&[^;&\s]*;?/g, (reference) => {
    const character = REFERENCES[reference]
    if (character === undefined) throw new Error(`not a reference: ${reference}`)
    return character
  })
}
