import { describe, expect, test } from 'vitest'
import { fillTemplate } from '../../../src/core/deck/fill-template.ts'
import { openDocument } from '../../../src/core/deck/open-document.ts'
import { recordReports } from '../../support/record-reports.ts'

const TEMPLATE = '---\ntitle: {{title}}\ndate: {{date}}\ntype: slide\n---\n\n# {{title}}\n\n{{date}} {{other}}\n'

describe('a template', () => {
  test('gets title and date, and keeps what it does not know', () => {
    expect(fillTemplate(TEMPLATE, { title: 'Some words', date: '2026-11-26' })).toBe(
      '---\ntitle: Some words\ndate: 2026-11-26\ntype: slide\n---\n\n# Some words\n\n2026-11-26 {{other}}\n',
    )
  })

  test.each([
    'A: b',
    '"quoted"',
    "it's",
    '# no comment',
    'true',
    'No',
    '12',
    '{{date}}',
    '- item',
    'a #b',
    '$& $1',
    'C:\\path',
    'x ',
    '@home',
    '日本',
  ])('has the title %j after reading, however it must be written', (title) => {
    const { report, found } = recordReports()
    const filled = fillTemplate(TEMPLATE, { title, date: '2026-11-26' })
    const { options } = openDocument({ path: 'deck.md', text: filled }, report)
    expect(found).toEqual([])
    expect(options.title).toBe(title.replace('{{date}}', '2026-11-26').trim())
    expect(filled).toContain(`\n# ${title.replace('{{date}}', '2026-11-26')}\n`)
  })

  test('may have quotation marks around the title, and other line ends', () => {
    const windows = TEMPLATE.replace('{{title}}', '"{{title}}"').replaceAll('\n', '\r\n')
    expect(fillTemplate(windows, { title: 'A "b"', date: '2026-11-26' })).toContain('title: "A \\"b\\""\r\n')
  })

  test('in a part of a value the title stands as it is', () => {
    expect(fillTemplate('---\ntitle: Call of {{date}}\n---\n', { title: 'x', date: '2026-11-26' })).toContain('title: Call of 2026-11-26\n')
  })
})
