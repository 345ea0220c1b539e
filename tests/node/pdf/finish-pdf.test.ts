import { describe, expect, test } from 'vitest'
import { finishPdf, outlineObjects } from '../../../src/node/pdf/finish-pdf.ts'
import { readObjects, writeObjects } from '../../../src/node/pdf/pdf-objects.ts'

const object = (number: number, text: string) => [number, Buffer.from(`${number} 0 obj\n${text}\nendobj\n`)] as const
const PDF = writeObjects({
  root: 2,
  info: 1,
  objects: new Map([
    object(1, "<</Producer (Skia/PDF m150)\n/CreationDate (D:20261123154619+00'00')>>"),
    object(2, '<</Type /Catalog\n/Pages 3 0 R>>'),
    object(3, '<</Type /Pages\n/Kids []\n/Count 0>>'),
  ]),
})
const text = (pdf: Buffer, number: number) => readObjects(pdf).objects.get(number)?.toString('latin1') ?? ''
const facts = { title: 'Ä', authors: ['B <c>'], date: '2026-03-04', lang: 'de' }

describe('a PDF', () => {
  test('that is taken apart and put together again is the same', () => {
    expect(writeObjects(readObjects(PDF)).equals(PDF)).toBe(true)
  })

  test('gets the day of the deck in place of the clock', () => {
    const finished = finishPdf(PDF, facts, [])
    expect(text(finished, 1)).toContain('/CreationDate (D:20260304000000Z)')
    expect(finished.toString('latin1')).not.toContain('20261123')
  })

  test('of a deck without a day or author has none', () => {
    const info = text(finishPdf(PDF, { title: 'A', authors: [], lang: 'en' }, []), 1)
    expect(info).not.toMatch(/Date|Author/)
    expect(info).toContain('/Title <feff0041>')
  })

  test('says its language, its metadata and its bookmarks in the catalog', () => {
    const finished = finishPdf(PDF, facts, [{ title: 'One', isBelow: false, destination: 'one' }])
    expect(text(finished, 2)).toContain('/Metadata 4 0 R\n/Lang (de)\n/Outlines 5 0 R>>')
    expect(text(finished, 4)).toContain('<rdf:li>B &lt;c&gt;</rdf:li>')
    expect(text(finished, 6)).toContain('/Dest /one')
  })

  test('of another make is refused', () => {
    expect(() => readObjects(Buffer.from('%PDF-1.7\nstartxref\n9\n%%EOF\n'))).toThrow('not understood')
  })
})

test('bookmarks of a column stand below that of its first slide', () => {
  const bookmark = (title: string, isBelow = false) => ({ title, isBelow, destination: title })
  const [list, one, below, also, two] = outlineObjects([bookmark('a'), bookmark('b', true), bookmark('c', true), bookmark('d')], 10)
  expect(list).toContain('/First 11 0 R\n/Last 14 0 R\n/Count 4')
  expect(one).toMatch(/\/Parent 10 0 R[^]*\/Next 14 0 R\n\/First 12 0 R\n\/Last 13 0 R\n\/Count 2/)
  expect(below).toMatch(/\/Parent 11 0 R[^]*\/Next 13 0 R>>/)
  expect(also).toMatch(/\/Parent 11 0 R[^]*\/Prev 12 0 R>>/)
  expect(two).toMatch(/\/Parent 10 0 R[^]*\/Prev 11 0 R>>/)
})
