import { describe, expect, test } from 'vitest'
import { FORMULA_MARK } from '../../../src/core/shared/formula-mark.ts'
import { finishTags } from '../../../src/node/pdf/finish-tags.ts'
import { pdfText } from '../../../src/node/pdf/pdf-objects.ts'

/** What becomes of objects with these entries, which are numbered from 1. */
function finished(...entries: readonly string[]): readonly string[] {
  const objects = new Map(entries.map((text, index) => [index + 1, Buffer.from(`${index + 1} 0 obj\n<<${text}>>\nendobj\n`)] as const))
  return [...finishTags(objects, new Map([['next', 'Next']])).values()].map((object) =>
    object
      .toString('latin1')
      .replace(/^\d+ 0 obj\n<</, '')
      .replace('>>\nendobj\n', ''),
  )
}
const tag = (role: string, more: string) => `/Type /StructElem\n/S /${role}\n${more}`

describe('the tags of a PDF', () => {
  test('a figure with the mark is a formula, without the mark', () => {
    const [formula, figure] = finished(
      tag('Figure', `/Alt ${pdfText(`${FORMULA_MARK}a^2`).toUpperCase()}\n/K 1`),
      tag('Figure', '/Alt (a)'),
    )
    expect(formula).toBe(tag('Formula', `/Alt ${pdfText('a^2').toUpperCase().replace('FEFF', 'feff')}\n/K 1`))
    expect(figure).toBe(tag('Figure', '/Alt (a)'))
  })

  test('a list item has a body with all but its label', () => {
    const item = tag('LI', '/P 9 0 R\n/K [2 0 R 3 0 R 4 0 R]')
    const parts = ['Lbl', 'P', 'L'].map((role) => tag(role, '/P 1 0 R\n/K 0'))
    expect(finished(item, ...parts)).toEqual([
      tag('LI', '/P 9 0 R\n/K [2 0 R 5 0 R]'),
      tag('Lbl', '/P 1 0 R\n/K 0'),
      tag('P', '/P 5 0 R\n/K 0'),
      tag('L', '/P 5 0 R\n/K 0'),
      tag('LBody', '/P 1 0 R\n/K [3 0 R 4 0 R]'),
    ])
    expect(finished(tag('LI', '/P 9 0 R\n/K 2 0 R'), tag('P', '/P 1 0 R\n/K 0'))[0]).toBe(tag('LI', '/P 9 0 R\n/K [3 0 R]'))
  })

  test('roles that PDF 1.7 does not know are mapped, those that occur', () => {
    expect(finished('/Type /StructTreeRoot\n/K 2 0 R', tag('Strong', '/K 1'))[0]).toBe(
      '/RoleMap <</Strong /Span>>\n/Type /StructTreeRoot\n/K 2 0 R',
    )
    expect(finished('/Type /StructTreeRoot\n/K 2 0 R', tag('P', '/K 1'))[0]).toBe('/Type /StructTreeRoot\n/K 2 0 R')
  })

  test('words in another language are a span', () => {
    expect(finished(tag('NonStruct', '/Lang (fr)\n/K 1'))).toEqual([tag('Span', '/Lang (fr)\n/K 1')])
  })

  test('a link is described by its address, or by the title of its slide', () => {
    const [out, inside] = finished(
      '/Type /Annot\n/Subtype /Link\n/A <</Type /Action\n/S /URI\n/URI (https://example.org/\\(a\\))>>',
      '/Type /Annot\n/Subtype /Link\n/Dest /next',
    )
    expect(out).toContain('\n/Contents (https://example.org/\\(a\\))\n/A')
    expect(inside).toContain(`/Contents ${pdfText('Next')}\n/Dest`)
  })
})
