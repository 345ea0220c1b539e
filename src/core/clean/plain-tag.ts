import type { Element } from '../model.ts'

/** A start tag without anything unusual. */
export interface PlainTag {
  readonly name: string
  readonly attrs: Element['attrs']
  readonly isSelfClosing: boolean
  /** The offset after the tag. */
  readonly end: number
}

// JavaScript counts more characters as white space than HTML does.
const NAME = /<([a-z][a-z0-9]*)/y
const ATTRIBUTE = /[\t\n\f ]+([a-z][a-z0-9_.:-]*)(?:="([^"]*)"|='([^']*)'|=([^\t\n\f "'=<>`&]+))?/y
const END = /[\t\n\f ]*(\/?)>/y

/**
 * Reads the start tag at an offset of HTML without NUL and CR: names in lower case, and each attribute once.
 * `undefined` for any other.
 */
export function readPlainTag(html: string, at: number): PlainTag | undefined {
  NAME.lastIndex = at
  const name = NAME.exec(html)?.[1]
  if (name === undefined) return undefined
  const attrs: Element['attrs'] = []
  let end = NAME.lastIndex
  ATTRIBUTE.lastIndex = end
  for (let found = ATTRIBUTE.exec(html); found; found = ATTRIBUTE.exec(html)) {
    const [, attribute = '', quoted, inApostrophes, bare = ''] = found
    const value = unescapePlain(quoted ?? inApostrophes ?? bare)
    if (value === undefined || attrs.some((other) => other.name === attribute)) return undefined
    attrs.push({ name: attribute, value })
    end = ATTRIBUTE.lastIndex
  }
  END.lastIndex = end
  const closing = END.exec(html)
  return closing ? { name, attrs, isSelfClosing: closing[1] === '/', end: END.lastIndex } : undefined
}

const ENTITY = /&(?:amp|lt|gt|quot|#39);/g
const CHARACTERS: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }

/** Text whose only entities are those that escaping makes; `undefined` for any other. */
export function unescapePlain(text: string): string | undefined {
  if (!text.includes('&')) return text
  return /&(?!(?:amp|lt|gt|quot|#39);)/.test(text) ? undefined : text.replace(ENTITY, (entity) => CHARACTERS[entity] ?? entity)
}
