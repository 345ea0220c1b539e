/** A PDF as Chromium writes it: its objects by number, each with its frame. */
export interface PdfObjects {
  readonly objects: ReadonlyMap<number, Buffer>
  readonly root: number
  readonly info: number
}

/** Takes a PDF of Chromium apart. Throws where it is written in another way. */
export function readObjects(pdf: Buffer): PdfObjects {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.subarray(-64).toString('latin1'))?.[1])
  const tail = Number.isNaN(start) ? '' : pdf.subarray(start).toString('latin1')
  const size = /^xref\n0 (\d+)\n/.exec(tail)
  const trailer = tail.slice(tail.lastIndexOf('trailer'))
  const [root, info] = ['Root', 'Info'].map((name) => Number(new RegExp(`/${name} (\\d+) 0 R`).exec(trailer)?.[1]))
  if (!size || !root || !info) throw new Error('Chromium has written a PDF that is not understood')
  const entries = tail.slice(size[0].length).matchAll(/(\d{10}) (\d{5}) ([nf]) ?[\r\n]{1,2}/g)
  const places = [...entries]
    .slice(0, Number(size[1]))
    .flatMap(([, offset, , kind], number) => (kind === 'n' ? [{ number, offset: Number(offset) }] : []))
    .toSorted((a, b) => a.offset - b.offset)
  const objects = new Map(places.map(({ number, offset }, index) => [number, pdf.subarray(offset, places[index + 1]?.offset ?? start)]))
  return { objects, root, info }
}
