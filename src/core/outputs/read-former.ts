import { type DefaultTreeAdapterTypes, parse } from 'parse5'

/** The addresses in a sitemap or a list of addresses. */
export interface WrittenAddresses {
  readonly addresses: readonly string[]
  /** The addresses of the other files of a sitemap. */
  readonly sitemaps: readonly string[]
}

/** Reads a sitemap, or a text with one address on each line; empty lines and those that start with `#` do not count. */
export function readWrittenAddresses(text: string): WrittenAddresses {
  const content = text.replace(/^\ufeff/, '').trimStart()
  if (content.startsWith('<')) return readSitemap(content)
  const lines = content.split(/\r\n|\r|\n/).map((line) => line.trim())
  return { addresses: lines.filter((line) => line !== '' && !line.startsWith('#') && !line.includes('\0')), sitemaps: [] }
}

/** The title of a page of a site. */
export function titleOfPage(html: string): string | undefined {
  const [title] = elementsOf(html, 'title')
  const text = title && textIn(title)
  return text === '' ? undefined : text
}

function readSitemap(xml: string): WrittenAddresses {
  const addresses: string[] = []
  const sitemaps: string[] = []
  for (const element of elementsOf(xml, 'loc')) {
    const { parentNode: parent } = element
    const list = parent && 'tagName' in parent && parent.tagName === 'sitemap' ? sitemaps : addresses
    list.push(textIn(element))
  }
  return { addresses: addresses.filter((address) => address !== ''), sitemaps }
}

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

// Without recursion, since nothing limits the depth of a file of another program.
function elementsOf(markup: string, name: string): readonly Element[] {
  const found: Element[] = []
  const open: Node[] = parse(markup).childNodes.toReversed()
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!('childNodes' in node)) continue
    if (node.tagName === name) found.push(node)
    // Not by spreading: the number of arguments of a call is limited.
    for (const child of node.childNodes.toReversed()) open.push(child)
  }
  return found
}

// The parser is one of HTML, to which a CDATA section is a comment.
function textIn({ childNodes }: Element): string {
  const texts = childNodes.map((node) => {
    if ('value' in node) return node.value
    return 'data' in node ? (/^\[CDATA\[(.*)\]\]$/s.exec(node.data)?.[1] ?? '') : ''
  })
  return texts.join('').trim()
}
