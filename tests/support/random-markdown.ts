import fc from 'fast-check'
import { CODE, FIXED, HTML, LABELLED, type Lines, OPENINGS, TEXT } from './markdown-templates.ts'

const anyOf = <T>(...values: readonly T[]) => fc.constantFrom(...values)

const line = fc
  .tuple(anyOf(...TEXT), fc.array(anyOf(...TEXT, ...HTML), { maxLength: 3 }))
  .map(([first, rest]) => [first, ...rest].join(' '))
const paragraph = fc.array(line, { minLength: 1, maxLength: 3 })
const heading = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 6 }), line).map(([level, text]) => [`${'#'.repeat(level)} ${text}`]),
  fc.tuple(line, anyOf('===', '---')).map(([text, rule]) => [text, rule]),
)

const table = fc.integer({ min: 1, max: 3 }).chain((columns) => {
  const row = fc.array(line, { minLength: columns, maxLength: columns }).map((cells) => `| ${cells.join(' | ')} |`)
  const rule = fc.array(anyOf('---', ':--', ':-:'), { minLength: columns, maxLength: columns }).map((cells) => `| ${cells.join(' | ')} |`)
  return fc.tuple(row, rule, fc.array(row, { maxLength: 2 })).map(([head, dashes, rows]) => [head, dashes, ...rows])
})

const fenceOf = (...code: readonly Lines[]) =>
  fc
    .tuple(
      anyOf('```', '~~~', '````'),
      anyOf('', 'js', 'yaml', 'nolang', 'js=', '=5', '=+', 'js {1|2}', '!', 'js title="x"'),
      fc.array(anyOf(...code), { minLength: 1, maxLength: 4 }),
    )
    .map(([mark, info, lines]) => [mark + info, ...lines.flat(), mark])
// Code in a list or a quote holds no line that would begin a comment, a style sheet or a formula elsewhere: the separators
// after such a line are not seen.
const fence = fenceOf(...CODE)
const openingFence = fenceOf(...CODE, ...OPENINGS)

const indent = (lines: Lines, first: string, rest: string) =>
  lines.map((text, index) => (index === 0 ? first + text : (rest + text).trimEnd()))

const join = (blocks: readonly Lines[]) => blocks.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))

const { block } = fc.letrec<{ block: Lines; list: Lines; item: Lines; bullets: Lines; quote: Lines; box: Lines }>((tie) => {
  const blocks = fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map(join)
  return {
    block: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      { weight: 3, arbitrary: paragraph },
      { weight: 7, arbitrary: anyOf(...FIXED) },
      { weight: 2, arbitrary: anyOf(...LABELLED) },
      { weight: 2, arbitrary: fence },
      heading,
      table,
      { weight: 2, arbitrary: tie('list') },
      tie('quote'),
      tie('box'),
    ),
    list: fc
      .tuple(anyOf('- ', '* ', '1. ', '10) '), fc.array(tie('item'), { minLength: 1, maxLength: 3 }), fc.boolean())
      .map(([marker, items, isLoose]) => {
        const written = items.map((lines) => {
          // The end of code that begins on the line of a number is taken for the beginning of other code.
          const isTaken = /^\d/.test(marker) && /^[`~]{3}/.test(lines[0] ?? '')
          return indent(isTaken ? ['§', '', ...lines] : lines, marker, ' '.repeat(marker.length))
        })
        return isLoose ? join(written) : written.flat()
      }),
    item: fc
      .tuple(
        fc.oneof(
          { weight: 4, arbitrary: fc.tuple(anyOf('', '[ ] ', '[x] '), paragraph).map(([box, text]) => indent(text, box, '')) },
          fence,
          paragraph.map((text) => indent(text, '> ', '> ')),
        ),
        fc.oneof(
          { weight: 2, arbitrary: anyOf<Lines>([]) },
          tie('bullets'),
          tie('block').map((lines) => ['', ...lines]),
        ),
      )
      .map(([first, below]) => [...first, ...below]),
    // Only these may follow a paragraph without an empty line.
    bullets: fc.array(tie('item'), { minLength: 1, maxLength: 2 }).map((items) => items.flatMap((lines) => indent(lines, '- ', '  '))),
    quote: fc.tuple(blocks, anyOf([], ['[name=§] [time=§]'])).map(([lines, source]) => indent([...lines, ...source], '> ', '> ')),
    box: fc.tuple(anyOf('info', 'warning', ' danger wide', 'spoiler §', 'tip'), blocks).map(([kind, lines]) => {
      // A box ends at the first colons that are as many as its own, wherever they stand.
      const most = Math.max(2, ...(lines.join('\n').match(/:{3,}/g) ?? []).map(({ length }) => length))
      const colons = ':'.repeat(most + 1)
      return [colons + kind, '', ...lines, '', colons]
    }),
  }
})

/** Blocks of the dialect with what is like them, as templates, with empty lines between them. */
export const randomBlocks: fc.Arbitrary<Lines> = fc
  .array(fc.oneof({ weight: 5, arbitrary: block }, openingFence), { maxLength: 3 })
  .map(join)
