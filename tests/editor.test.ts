import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { deckSchema } from '../src/core/config/deck-options.ts'
import { deckJsonSchema, siteJsonSchema } from '../src/core/config/json-schema.ts'
import { revealSchema } from '../src/core/config/reveal-options.ts'
import { linksSchema, siteSchema } from '../src/core/config/site-options.ts'
import { formatLine } from '../src/core/diagnostics/formats.ts'
import { composeText } from './support/compose-text.ts'

const editor = path.resolve(import.meta.dirname, '../editor')
const docs = readFileSync(path.resolve(import.meta.dirname, '../docs/editor.md'), 'utf8')

const VALUES: readonly unknown[] = [
  ...[true, false, null, 0, 1, 0.3, -1, 42, 960, 1e5, 1e9, 1e16],
  ...[
    '',
    'x',
    'none',
    'white',
    'slide',
    'ltr',
    '50%',
    '1920px 1080px',
    'center top',
    'ease-in-out',
    'c/t',
    'edges',
    'speaker',
    'all',
    'grid',
  ],
  ...[
    'en',
    'de-DE',
    'no language',
    '2026-11-26',
    '2026-13-26',
    'https://example.org/',
    'mailto:a@b.example',
    '/x',
    './x',
    'javascript:x',
    'x'.repeat(3000),
  ],
  ...[[], ['a', 'b'], [1], [true], [['a']], {}, { a: 1 }],
]

describe('the schemas for editors', () => {
  test.each([
    ['deck', deckJsonSchema()],
    ['site', siteJsonSchema()],
  ])('editor/%s.schema.json is up to date (-u writes it anew)', async (name, schema) => {
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(path.join(editor, `${name}.schema.json`))
  })

  const validate = (schema: object) => new Ajv({ allErrors: true }).compile(schema)
  const [deck, site] = [validate(deckJsonSchema()), validate(siteJsonSchema())]
  const options = [
    ...Object.entries(deckSchema).map(([name, field]) => [name, field, (value: unknown) => deck({ [name]: value })] as const),
    ...Object.entries(revealSchema).map(
      ([name, field]) => [`slideOptions.${name}`, field, (value: unknown) => deck({ slideOptions: { [name]: value } })] as const,
    ),
    ...Object.entries(siteSchema).map(([name, field]) => [name, field, (value: unknown) => site({ [name]: value })] as const),
    ...Object.entries(linksSchema).map(
      ([name, field]) => [`links.${name}`, field, (value: unknown) => site({ links: { [name]: value } })] as const,
    ),
  ]

  test.each(options)('accept for %s what is read, and nothing else', (_, field, accepts) => {
    for (const value of VALUES) expect(accepts(value), JSON.stringify(value)).toBe(value === null || field.read(value) !== undefined)
  })

  test('accept what HedgeDoc keeps in front matter, and refuse what is misspelt or unsafe', () => {
    expect(deck({ title: 'A', robots: 'noindex', slideOptions: { theme: 'white', spotlight: { enabled: true } } })).toBe(true)
    expect(deck({ tilte: 'A' })).toBe(false)
    expect(deck({ slideOptions: { plugins: [] } })).toBe(false)
    expect(site({ titel: 'A' })).toBe(false)
  })
})

describe('editor/hedgerow.code-snippets', () => {
  const snippets = JSON.parse(readFileSync(path.join(editor, 'hedgerow.code-snippets'), 'utf8')) as Record<
    string,
    { prefix: string; body: string[] }
  >
  // What stands there when somebody has pressed the tabulator often enough.
  const filled = (body: readonly string[]) =>
    body
      .join('\n')
      .replace('${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}', '2026-11-26')
      .replace(/\$\{\d+\|([^,|]+)[^|]*\|\}/g, '$1')
      .replace(/\$\{\d+:([^}]*)\}/g, '$1')
      .replace(/\$\d/g, '')

  test.each(Object.entries(snippets))('%s is right as it stands', (_, { prefix, body }) => {
    const text = filled(body)
    const head = prefix === 'deck' ? '' : '---\ntype: slide\n---\n\n# A\n\nwords\n'
    const { found } = composeText(`${head}${text}\n`, { files: ['hedgerow.jpg'] })
    expect(text).not.toContain('$')
    expect(found).toEqual([])
    expect(docs).toContain(`\`${prefix}\``)
  })
})

test('the problem matcher of docs/editor.md reads what check says', () => {
  const [, json = ''] = /```json\n([^]*?)```/.exec(docs) ?? []
  const { pattern } = (JSON.parse(json) as { tasks: { problemMatcher: { pattern: { regexp: string } } }[] }).tasks[0]?.problemMatcher ?? {}
  const line = formatLine({
    file: 'decks/a b.md',
    line: 11,
    column: 3,
    severity: 'warning',
    code: 'asset-missing',
    message: 'not found: [x] c.png',
    help: '',
  })
  expect(new RegExp(pattern?.regexp ?? '^$').exec(line)?.slice(1)).toEqual([
    'decks/a b.md',
    '11',
    '3',
    'warning',
    'not found: [x] c.png',
    'asset-missing',
  ])
})
