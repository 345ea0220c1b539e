import { pdfText } from './pdf-objects.ts'

/** A slide in the list of bookmarks. */
export interface Bookmark {
  readonly title: string
  /** Below the last one that is not. */
  readonly isBelow: boolean
  /** Name of its place in the document. */
  readonly place: string
}

/** Bookmarks as objects of a PDF, which take the numbers from `first` on. That of the whole list is the first. */
export function outlineObjects(bookmarks: readonly Bookmark[], first: number): readonly string[] {
  const number = (index: number) => first + 1 + index
  const parentOf = bookmarks.map(({ isBelow }, index) => (isBelow ? bookmarks.slice(0, index).findLastIndex((one) => !one.isBelow) : -1))
  const below = (parent: number) => parentOf.flatMap((one, index) => (one === parent ? [index] : []))
  const family = (parent: number) => {
    const children = below(parent)
    const [eldest, youngest] = [children[0], children.at(-1)]
    if (eldest === undefined || youngest === undefined) return ''
    // Those of columns are open, so that all slides are seen.
    const count = parent === -1 ? bookmarks.length : children.length
    return `\n/First ${number(eldest)} 0 R\n/Last ${number(youngest)} 0 R\n/Count ${count}`
  }
  return [
    `<</Type /Outlines${family(-1)}>>`,
    ...bookmarks.map(({ title, place }, index) => {
      const beside = below(parentOf[index] ?? -1)
      const [previous, next] = [beside[beside.indexOf(index) - 1], beside[beside.indexOf(index) + 1]]
      const parent = parentOf[index] === -1 ? first : number(parentOf[index] ?? -1)
      return [
        `<</Title ${pdfText(title)}\n/Parent ${parent} 0 R\n/Dest /${place}`,
        ...(previous === undefined ? [] : [`/Prev ${number(previous)} 0 R`]),
        ...(next === undefined ? [] : [`/Next ${number(next)} 0 R`]),
      ]
        .join('\n')
        .concat(family(index), '>>')
    }),
  ]
}
