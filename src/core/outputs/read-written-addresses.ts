import { elementTexts } from './element-texts.ts'

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

function readSitemap(xml: string): WrittenAddresses {
  const written = elementTexts(xml, 'loc').filter(({ text }) => text !== '')
  const isOfSitemap = ({ parent }: (typeof written)[number]) => parent === 'sitemap'
  return {
    addresses: written.filter((each) => !isOfSitemap(each)).map(({ text }) => text),
    sitemaps: written.filter(isOfSitemap).map(({ text }) => text),
  }
}
