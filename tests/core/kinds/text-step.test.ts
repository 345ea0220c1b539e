import { describe, expect, test } from 'vitest'
import { composeText } from '../../support/compose-text.ts'
import { composingClient as client } from '../../support/stub-client.ts'

/** The classes of a slide amid others, without its kind. */
function stepOf(markdown: string): string {
  const { slides } = composeText(`# Talk\n\n---\n\n${markdown}\n\n---\n\n- an item`, { site: 'brand: composing', client, files: ['a.jpg'] })
  const [, , found = ''] = slides.split('<section')
  return (/class="kind-\w+ ?([^"]*)"/.exec(found)?.[1] ?? '').trim()
}

const items = (count: number, text: string) => Array.from({ length: count }, (_, index) => `- ${text} ${index}`).join('\n')
const SENTENCE = 'an item that says a little more than its heading'
const LONG = `${SENTENCE}, so that it needs more than one line of a slide, at least where its letters are large enough`
const LONG_TITLE = `# ${'Title '.repeat(11)}`

describe('the size of the text of a slide', () => {
  test.each([
    ['one word', '# Team\n\n- a', 'roomy'],
    ['five lines', `# Team\n\n${items(5, SENTENCE)}`, 'roomy'],
    ['eight lines', `# Team\n\n${items(8, SENTENCE)}`, 'even'],
    ['ten lines', `# Team\n\n${items(10, SENTENCE)}`, 'dense raised'],
    ['twelve lines', `# Team\n\n${items(12, SENTENCE)}`, 'packed raised'],
    ['more than fits, in two columns', `# Team\n\n${items(30, SENTENCE)}`, 'packed split raised'],
    ['more than fits, of one item', `# Team\n\n- ${'word '.repeat(900)}`, 'packed raised'],
    ['items of two lines', `# Team\n\n${items(3, LONG)}`, 'even'],
    ['deeper levels are smaller', `# Team\n\n${items(1, SENTENCE)}\n${items(5, SENTENCE).replaceAll('- ', '  - ')}`, 'roomy'],
    ['paragraphs', `# Team\n\n${`${LONG}.\n\n`.repeat(5)}`, 'dense raised'],
    ['lines of a paragraph', `# Team\n\nfirst\n${`${SENTENCE}\n`.repeat(12)}`, 'dense raised'],
    ['a line that its author broke stays whole', `# Team\n\n- ${LONG.slice(0, 66)}\n  and more`, 'even'],
    ['a text that is broken anyway', `# Team\n\n- ${LONG}`, 'roomy'],
    ['without a title there is more room', items(10, SENTENCE), 'even'],
    ['a title of two lines leaves no more', `${LONG_TITLE}\n\n${items(10, SENTENCE)}`, 'dense'],
    ['nor does one with another heading below', `# Team\n\n## News\n\n${items(10, SENTENCE)}`, 'dense'],
  ])('%s', (_, markdown, step) => {
    expect(stepOf(markdown)).toBe(step)
  })

  test.each([
    ['names', 9, 'even names'],
    ['names', 30, 'even names'],
    ['pairs', 8, 'even pairs'],
    ['pairs', 7, 'even pairs'],
    ['neither', 6, 'even'],
  ])('many short items are %s: %i', (_, count, step) => {
    expect(stepOf(`# Members\n\n${items(count, 'Member')}`)).toBe(step)
  })

  test('are none where one is long or has others below', () => {
    expect(stepOf(`# Members\n\n${items(9, 'Member')}\n- ${SENTENCE}`)).not.toContain('names')
    expect(stepOf(`# Members\n\n${items(9, 'Member')}\n  - of one`)).not.toContain('names')
  })
})

describe('the size of the table of a slide', () => {
  const table = (rows: number, cell = 'a') => `# Table\n\n| A | B |\n|---|---|\n${`| ${cell} | b |\n`.repeat(rows)}`

  test.each([
    ['few words', table(2), 'large'],
    ['as many rows as fit', table(4), 'large'],
    ['more rows', table(5), ''],
    ['long cells', table(2, `${SENTENCE}, ${SENTENCE}`), ''],
    ['text beside it', `${table(3)}\n${SENTENCE}\n\n${SENTENCE}`, ''],
    ['many rows', table(8), 'close raised'],
    ['many rows below a title of two lines', table(8).replace('# Table', LONG_TITLE), ''],
    ['another table', `${table(1)}\n\nand\n\n| A |\n|---|\n| b |\n`, ''],
  ])('%s', (_, markdown, step) => {
    expect(stepOf(markdown)).toBe(step)
  })
})

describe('the size of the code of a slide', () => {
  const code = (lines: number, more = '') => `# Code\n\n${more}\n\n\`\`\`js\n${'a()\n'.repeat(lines)}\`\`\``

  test.each([
    ['few lines', code(1), ''],
    ['as many as fit', code(13), ''],
    ['more', code(15), 'code-19 raised'],
    ['even more', code(19), 'code-17 raised'],
    ['many', code(23), 'code-15 raised'],
    ['so many that they are small', code(26), 'code-14 raised'],
    ['so many that they are smaller', code(29), 'code-13 raised'],
    ['so many that they are just whole', code(32), 'code-12 raised'],
    ['one more', code(33), 'code-15 raised'],
    ['too many', code(80), 'code-15 raised'],
    ['with text', code(11, 'Say:'), ''],
    ['with more text', code(11, items(2, SENTENCE)), 'code-19 raised'],
  ])('%s', (_, markdown, step) => {
    expect(stepOf(markdown)).toBe(step)
  })
})
