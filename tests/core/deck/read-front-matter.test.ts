import { describe, expect, test } from 'vitest'
import { readFrontMatter } from '../../../src/core/deck/read-front-matter.ts'
import { recordReports, mustEnd } from '../../support/record-reports.ts'

function read(text: string) {
  const { report, places, found } = recordReports()
  const { data, locations: keys, body, bodyLine, failed } = readFrontMatter({ path: 'deck.md', text }, report)
  return {
    data: Object.fromEntries(data),
    lines: Object.fromEntries([...keys].map(([name, { line }]) => [name, line])),
    body,
    bodyLine,
    failed,
    places: places(),
    found,
  }
}

describe('a front matter block', () => {
  test('ends at the next line that begins with three dashes', () => {
    expect(read('---\ntitle: T\n---\n\n# a')).toMatchObject({ data: { title: 'T' }, body: '\n\n# a', bodyLine: 3, places: [] })
  })

  test('may end with three dots', () => {
    expect(read('---\ntitle: T\n...\n# a')).toMatchObject({ data: { title: 'T' }, body: '\n# a' })
  })

  test('leaves the rest of its closing line to the deck', () => {
    expect(read('---\ntitle: T\n---foo\n')).toMatchObject({ data: { title: 'T' }, body: 'foo\n' })
    expect(read('---\ntitle: T\n----\n')).toMatchObject({ data: { title: 'T' }, body: '-\n' })
  })

  test('may be empty', () => {
    expect(read('---\n---\n# a')).toMatchObject({ data: {}, body: '\n# a', failed: false, places: [] })
  })

  test.each(['\n---\n\n# One\n\n---\n\n# Two', '---\n\n# One\n\n---\n\n# Two', '\n---\n\n---\n\na'])(
    'is not what stands between separators: %j',
    (text) => {
      expect(read(text)).toMatchObject({ body: text, bodyLine: 1, failed: false })
    },
  )

  test('may have blanks behind its dashes', () => {
    expect(read('---  \ntitle: T\n---  \n# a')).toMatchObject({ data: { title: 'T' }, body: '\n# a' })
  })

  test('says on which lines its options and their values stand', () => {
    expect(read('---\ntitle: T\nslideOptions:\n  theme: white\n---\n').lines).toEqual({
      title: 2,
      'title:': 2,
      slideOptions: 3,
      'slideOptions.theme': 4,
      'slideOptions.theme:': 4,
    })
  })

  test('is not looked for later in the deck', () => {
    expect(read('# a\n\n---\ntitle: T\n---\n')).toMatchObject({ data: {}, bodyLine: 1, places: [] })
  })
})

describe('decision 4: front matter after blank lines or a byte order mark', () => {
  test.each(['\n---\ntitle: T\n---\n', '\ufeff---\ntitle: T\n---\n', ' ---\ntitle: T\n---\n', '\ufeff\n\n---\ntitle: T\n---\n'])(
    'is read, with a warning: %j',
    (text) => {
      expect(read(text)).toMatchObject({ data: { title: 'T' }, body: '\n', places: ['front-matter-late:1'] })
    },
  )

  test('may have an empty line behind its dashes where its options are known', () => {
    expect(read('\n---\n\ntitle: T\n---\n').data).toEqual({ title: 'T' })
  })

  test('two separators around a line with a colon are a slide', () => {
    expect(read('\n---\n\nWarning: hot\n\n---\n\nb')).toMatchObject({ data: {}, bodyLine: 1, places: [] })
  })
})

describe('decision 5: malformed YAML', () => {
  test('fails the deck with line and column', () => {
    const { failed, found, body } = read('---\nok: 1\ntitle: Foo: bar\n---\n# a')
    expect({ failed, body }).toEqual({ failed: true, body: '\n# a' })
    expect(found).toMatchObject([{ code: 'front-matter-yaml', severity: 'error', file: 'deck.md', line: 3, column: 8 }])
  })

  test.each(['title: @foo', 'title: T\ntitle: U', 'slideOptions:\n\ttheme: white', 'title: [', 'a: *b'])('fails the deck: %j', (yaml) => {
    expect(read(`---\n${yaml}\n---\n`)).toMatchObject({ failed: true, data: {} })
  })

  test('is not text in quotes that goes on at the start of a line, as in HedgeDoc', () => {
    const text = '---\ntitle: T\ndescription: "one\ntwo"\nlang: de\n---\n# a'
    expect(read(text)).toMatchObject({ failed: false, data: { description: 'one two', lang: 'de' }, lines: { lang: 5 }, places: [] })
    expect(read('---\ndescription: "one\nlang: de\n---\n# a')).toMatchObject({ failed: true, found: [{ line: 2 }] })
  })

  test('without an option name on its first line is text between separators', () => {
    expect(read('---\n\n# a\n\n- x: [\n\n---\n\n# b')).toMatchObject({ failed: false, data: {}, bodyLine: 1 })
  })
})

describe('decision 6: a file that begins with dashes and has no mapping', () => {
  test.each(['---\n\n# a\n\nfoo\n\n---\n\n# b', '---\n- a\n- b\n---\n\n# H', '---\nhello\n---\n'])('keeps its slide: %j', (text) => {
    expect(read(text)).toMatchObject({ data: {}, body: text, bodyLine: 1, failed: false, places: ['front-matter-mapping:1'] })
  })

  test('and is never closed is text, which is said where it looks like options', () => {
    expect(read('---\ntitle: T\n')).toMatchObject({ body: '---\ntitle: T\n', places: ['front-matter-unclosed:1'] })
    expect(read('---\n\n# a\n')).toMatchObject({ places: [] })
  })
})

describe('front matter of an attacker', () => {
  test.each(['---js', '---javascript', '---JS', '--- js', '---coffee', '---json'])('%s is text and runs nothing', (opening) => {
    const { data, body, places } = read(`${opening}\n{ get a() { globalThis.ran = true } }\n---\n# a`)
    expect({ data, places }).toEqual({ data: {}, places: ['front-matter-language:1'] })
    expect(body).toContain(opening)
    expect('ran' in globalThis).toBe(false)
  })

  test('no tag of YAML makes more than data', () => {
    expect(read('---\ntitle: !!js/function "function () {}"\n---\n').data['title']).not.toBeTypeOf('function')
  })

  test('no key reaches a prototype', () => {
    const { data } = read('---\n__proto__: {polluted: true}\nconstructor: {prototype: {polluted: true}}\ntitle: T\n---\n')
    expect(Object.keys(data)).toContain('title')
    expect('polluted' in {}).toBe(false)
  })

  test('an alias bomb ends quickly with an error', () => {
    const levels = Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(', ')}]`)
    const text = `---\ntitle: T\na0: &a0 [x]\n${levels.join('\n')}\n---\n`
    let result: ReturnType<typeof read> | undefined
    mustEnd(() => (result = read(text)))
    expect(result).toMatchObject({ failed: true, places: ['front-matter-yaml:2'] })
  })

  test('a merge bomb ends quickly', () => {
    const levels = Array.from({ length: 8 }, (_, n) => `a${n + 1}: &a${n + 1} {<<: [${Array(9).fill(`*a${n}`).join(', ')}]}`)
    mustEnd(() => read(`---\ntitle: T\na0: &a0 {k: 1}\n${levels.join('\n')}\n---\n`))
  })

  test.each([
    ['brackets', `title: ${'['.repeat(20_000)}`],
    ['few brackets', `title: ${'['.repeat(30)}`],
    ['braces', `title: ${'{a: '.repeat(30)}`],
    ['dashes', `title:\n${'- '.repeat(30)}x`],
    ['indentation', `title:\n${Array.from({ length: 62 }, (_, n) => `${' '.repeat(n + 1)}a:`).join('\n')}`],
    ['sheer size', `title: ${'x'.repeat(17_000)}`],
  ])('too much of it (%s) is an error and is not parsed', (_, yaml) => {
    let result: ReturnType<typeof read> | undefined
    mustEnd(() => (result = read(`---\n${yaml}\n---\n# a`)))
    expect(result).toMatchObject({ failed: true, data: {}, places: ['front-matter-limit:2'] })
  })
  test.each(['["]",', ' [ #]\n', '? ! ', '"a": '])('nested by %j is too much of it and is not parsed', (piece) => {
    expect(read(`---\ntitle:\n ${piece.repeat(100)}\n---\n# a`)).toMatchObject({ failed: true, places: ['front-matter-limit:2'] })
  })

  test('16 KB are read quickly', () => {
    const yaml = `title: T\n${Array.from({ length: 2000 }, (_, n) => `a${n}: 1`).join('\n')}`
    mustEnd(() => read(`---\n${yaml}\n---\n`))
  })
})
