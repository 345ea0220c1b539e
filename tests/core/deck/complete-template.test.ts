import { describe, expect, test } from 'vitest'
import { completeTemplate } from '../../../src/core/deck/complete-template.ts'
import { fillDatePlaceholders } from '../../../src/core/deck/date-placeholder.ts'

const values = { title: 'Release: 1', date: '2026-12-03', isTitleGiven: true }

test.each([
  ['202X-XX-XX', '2026-12-03'],
  ['20XX-XX-XX', '2026-12-03'],
  ['2024-XX-XX', '2026-12-03'],
  ['YYYY-MM-DD', '2026-12-03'],
  ['YYYY-DD-MM', '2026-03-12'],
  ['20XXXXXX', '20261203'],
  ['JJJJ-MM-TT', '2026-12-03'],
  ['AAAA-MM-JJ', '2026-12-03'],
  ['TT.MM.JJJJ', '03.12.2026'],
  ['DD.MM.YYYY', '03.12.2026'],
  ['MM/DD/YYYY', '12/03/2026'],
  ['JJ/MM/AAAA', '03/12/2026'],
  ['XX.XX.202X', '03.12.2026'],
  ['Call of 202X-XX-XX at 15:00', 'Call of 2026-12-03 at 15:00'],
  ['nothing, XX, 2026-01-01', 'nothing, XX, 2026-01-01'],
])('%s is filled as %s', (text, expected) => expect(fillDatePlaceholders(text, '2026-12-03')).toBe(expected))

describe('a template', () => {
  test('with both placeholders keeps everything else', () => {
    const text = '---\ntitle: {{title}}\n---\n\n# {{date}} YYYY-MM-DD\n'
    expect(completeTemplate(text, values)).toEqual({
      text: '---\ntitle: "Release: 1"\n---\n\n# 2026-12-03 YYYY-MM-DD\n',
      title: 'placeholder',
      date: 'placeholder',
    })
  })

  test('with a placeholder of its own gets the date in its front matter and on its first slide, and keeps its title', () => {
    const text = '---\ntitle: Call 202X-XX-XX\ndate: 202X-XX-XX\n---\n\n# Call\n\nTT.MM.JJJJ\n\n---\n\nwrite YYYY-MM-DD\n'
    expect(completeTemplate(text, values)).toEqual({
      text: '---\ntitle: Call 2026-12-03\ndate: 2026-12-03\n---\n\n# Call\n\n03.12.2026\n\n---\n\nwrite YYYY-MM-DD\n',
      title: 'kept',
      date: 'set',
    })
  })

  test('with a title of its own gets the new one, and other line ends stay', () => {
    const text = '---\r\ntitle: My title\r\ntype: slide\r\n---\r\n\r\n# A\r\n'
    expect(completeTemplate(text, values)).toEqual({
      text: '---\r\ntitle: "Release: 1"\r\ntype: slide\r\n---\r\n\r\n# A\r\n',
      title: 'set',
      date: 'missing',
    })
  })

  test('keeps its own title if none was given', () => {
    const text = '---\ntitle: Our call\n---\n\n# {{date}}\n'
    expect(completeTemplate(text, { ...values, isTitleGiven: false })).toEqual({
      text: '---\ntitle: Our call\n---\n\n# 2026-12-03\n',
      title: 'kept',
      date: 'placeholder',
    })
  })

  test.each(['# A\n', '---\ntype: slide\n---\n\n# A\n\n---\n\ntitle: B\n', ''])('with neither stays as it is: %j', (text) => {
    expect(completeTemplate(text, values)).toEqual({ text, title: 'missing', date: 'missing' })
  })
})
