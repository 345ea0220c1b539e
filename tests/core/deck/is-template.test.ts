import { describe, expect, test } from 'vitest'
import { isTemplate } from '../../../src/core/deck/is-template.ts'

interface Text {
  readonly date?: unknown
  readonly title?: unknown
  readonly body?: string
}

const at = (path: string, { date, title, body = '# A talk\n' }: Text = {}) => isTemplate({ path, date, title, body })

describe('a template', () => {
  test.each([
    'template.md',
    '_template.md',
    'community-call/template.md',
    'call-template.md',
    'Vorlage.md',
    '2024/templates/call.md',
    '202X-XX-XX.md',
    '20XX1231.md',
    'YYYY-MM-DD-call.md',
    'YYYYMMDD.md',
    'JJJJ-MM-TT.md',
    '2024-XX-XX.md',
  ])('is known by its name: %s', (path) => expect(at(path)).toBe(true))

  test.each(['202X-XX-XX', 'YYYY-MM-DD'])('is known by its date: %s', (date) => expect(at('call.md', { date })).toBe(true))

  test.each([
    '# Call 202X-XX-XX\n',
    '## <font color="#0f5fe1">Call</br> 202X-XX-XX</font>\n',
    'Text\n\n# DD.MM.YYYY\n',
    'Call 202X-XX-XX\n===\n',
  ])('is known by a heading of its first slide: %j', (body) => expect(at('call.md', { body })).toBe(true))
})

test('a template is known by its title', () => expect(at('call.md', { title: 'Call 202X-XX-XX' })).toBe(true))

describe('no template', () => {
  test.each([
    '20240822.md',
    'template-engines.md',
    'helm-templates.md',
    'temperature.md',
    'contemplate.md',
    '20240822-template.md',
    'xx-years.md',
    'a2024x.md',
  ])('is %s', (path) => expect(at(path)).toBe(false))

  test('is a deck with a date that has kept the placeholder', () => {
    const body = '# Call 202X-XX-XX\n'
    expect(at('20240822.md', { body })).toBe(false)
    expect(at('call.md', { body, date: '2024-08-22' })).toBe(false)
    expect(at('call-template.md', { date: new Date(0) })).toBe(false)
  })

  test.each(['# Dates\n\nWrite YYYY-MM-DD\n', '# A\n\n---\n\n# YYYY-MM-DD\n', '```\n# YYYY-MM-DD\n```\n\nText 202X-XX-XX\n'])(
    'is a deck that speaks of one elsewhere: %j',
    (body) => expect(at('dates.md', { body })).toBe(false),
  )
})
