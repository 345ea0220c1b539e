import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A bookmark with the page that it leads to, from 1. */
export type PdfBookmark = readonly [title: string, page: number, below: readonly PdfBookmark[]]

export interface ReadPdf {
  readonly pages: readonly {
    readonly width: number
    readonly height: number
    readonly text: string
    /** Tags of its structure, in order. */
    readonly tags: readonly string[]
    /** Tags with a text in place of their content, or in a language of their own. */
    readonly described: readonly string[]
    /** Addresses, or the numbers of pages. */
    readonly links: readonly (string | number)[]
    readonly pictures: number
  }[]
  readonly bookmarks: readonly PdfBookmark[]
  readonly info: Readonly<Record<string, unknown>>
  readonly isMarked: boolean
  readonly xmp: string
}

interface Outline {
  readonly title: string
  readonly dest: string | unknown[] | null
  readonly items: readonly Outline[]
}

interface Tag {
  readonly role?: string
  readonly alt?: string
  readonly lang?: string
  readonly children?: readonly Tag[]
}

/** Reads a PDF as a program that shows it does. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await task.promise
  const pageOf = async (dest: string | unknown[] | null): Promise<number> => {
    const place = typeof dest === 'string' ? await document.getDestination(dest) : dest
    // The first entry of a destination is its page.
    return place ? (await document.getPageIndex(place[0] as never)) + 1 : 0
  }
  const bookmark = async ({ title, dest, items }: Outline): Promise<PdfBookmark> => [
    title,
    await pageOf(dest),
    await Promise.all(items.map(bookmark)),
  ]
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const page = await document.getPage(index + 1)
      const [, , width = 0, height = 0] = page.view
      const { items } = await page.getTextContent()
      const annotations = (await page.getAnnotations()) as { url?: string; dest?: string }[]
      const links = annotations.map(async ({ url, dest }) => url ?? (await pageOf(dest ?? null)))
      const tags: string[] = []
      const described: string[] = []
      const collect = ({ role, alt, lang, children = [] }: Tag) => {
        if (role) tags.push(role)
        if (role && role !== 'Document' && (alt ?? lang) !== undefined) described.push(`${role}: ${alt ?? lang}`)
        children.forEach(collect)
      }
      collect((await page.getStructTree()) as Tag)
      const { fnArray } = await page.getOperatorList()
      const PAINT_IMAGE = 85
      return {
        width,
        height,
        text: items.map((item) => ('str' in item ? item.str : '')).join(' '),
        tags,
        described,
        links: await Promise.all(links),
        pictures: fnArray.filter((operation) => operation === PAINT_IMAGE).length,
      }
    }),
  )
  const { info, metadata } = await document.getMetadata()
  const outline = ((await document.getOutline()) ?? []) as Outline[]
  const read = {
    pages,
    bookmarks: await Promise.all(outline.map(bookmark)),
    info: info as Record<string, unknown>,
    isMarked: ((await document.getMarkInfo()) as { Marked?: boolean } | null)?.Marked === true,
    xmp: metadata?.getRaw() ? String(metadata.getRaw()) : '',
  }
  await task.destroy()
  return read
}
