import fc from 'fast-check'

// In the templates below: § is a word that is shown, ¤ one in an attribute, ¬ one that is not shown at all. What stands
// between « and » is shown as it is written. № is a new number, and ″ the same once more.

export type Lines = readonly string[]

const anyOf = <T>(...values: readonly T[]) => fc.constantFrom(...values)

// Raw <tt> is an element of the policy: where it is written as text below, none may come out. <widget> is in no policy.
const TEXT = [
  ...['§', '**§**', '*§*', '***§***', '==§==', '++§++', '~~§~~', 'H~§~O', '19^§^', '"§" -- §...', '\\*§\\*', '§ < § > §'],
  ...['`«<tt>§</tt>»`', '`` «§ ` &lt;tt&gt; **§**» ``', '\\<tt>§\\</tt>', '&lt;tt&gt;§&lt;/tt&gt;', '§ «<YOUR_§>»', '§ `<!--` §'],
  ...['[§](https://a.example)', '[**§**](./other.md)', '[§](#/1/2)', 'https://a.example/§', 'www.§.example', '§.md', '§[^none]', '[§]'],
  ...[':rocket: §', ':§:', '$§$', '$$§$$', '\\\\(§\\\\)', '$\\frac{§$', '\\$§\\$', '^[§]', '^[§ **§**]', '[name=§]', '[color=red] §'],
  ...['![¤](a.png =200x100)', '![¤](a.png)', '![](b.png "¤" =50%x)', '![§](a.png =200)', '{%gist §/§ %}', '{%none § %}'],
]

// A line that begins with a tag or a comment may be HTML as a whole, in which markdown is no markdown.
const HTML = [
  ...['<b>§</b>', '<b>§', '</b>§', '<kbd>§</kbd>', '<span class="x">*§*</span>', '<br>§', '<font color=red>§</font>', '<https://a.example/§>'],
  ...['«<widget a="b">§</widget>»', '«</Your-Name>» §', '<u title="¤">§</u>', '<section>§</section>', '<a href="./other.md">§</a>'],
  ...['<!-- ¬ -->', '<!-- .element: class="fragment" data-x="¬" -->', '<!-- .slide: data-x="¬" -->'],
]

/** A line of text. */
const line = fc.tuple(anyOf(...TEXT), fc.array(anyOf(...TEXT, ...HTML), { maxLength: 3 })).map(([first, rest]) => [first, ...rest].join(' '))
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

const CODE: readonly Lines[] = [
  ...[['«§»'], ['«<tt onclick="x">§</tt>»'], ['«**§** &lt;tt&gt; :rocket:»'], ['«# §»'], ['«  - [ ] §»'], ['«[^1]: §»'], ['«$§$ [TOC]»']],
  ...[['«Note: §»'], ['«<!-- §»'], ['«$$»'], ['«<style>»'], ['«\\begin{a}»'], [''], ['', '«---»', ''], ['', '«----»', '']],
]
const fence = fc
  .tuple(
    anyOf('```', '~~~', '````'),
    anyOf('', 'js', 'yaml', 'nolang', 'js=', '=5', '=+', 'js {1|2}', '!', 'js title="x"'),
    fc.array(anyOf(...CODE, ['«``»'], ['«> ~~»']), { minLength: 1, maxLength: 4 }),
  )
  .map(([mark, info, lines]) => [mark + info, ...lines.flat(), mark])

const FIXED: readonly Lines[] = [
  ...[['<div>', '§ **§**', '</div>'], ['<center>§</center>'], ['«<Widget>»', '§', '«</Widget>»'], ['<table><tr><td>§</td></tr></table>']],
  ...[['<table>', '§'], ['</div>', '§'], ['<div>§'], ['<p>§'], ['<b>', '', '§'], ['<ul><li>§</ul>'], ['<section>', '', '§', '', '</section>']],
  ...[['<pre>', '«<widget>» §', '', '§', '</pre>'], ['«<script>»', '§ < §', '«</script>»'], ['«<svg onload="x">»§'], ['«<input value="§">»']],
  ...[['<details><summary>§</summary>', '', '§', '', '</details>'], ['<iframe src="https://a.example/§"></iframe>'], ['<aside>', '§', '</aside>']],
  ...[['<style>', '.¬ { color: red }', '</style>'], ['<style>', '', '---', '', 'p { content: "¬" }', '</style>']],
  ...[['<!-- ¬ -->'], ['<!-- ¬ --> §'], ['<!--', '', '---', '', '¬', '-->'], ['<!--', '¬', '', '# ¬', 'Note: ¬', '```', '-->']],
  ...[['<!-- .slide: class="x" data-y="¬" -->'], ['<!-- .element: class="fragment" -->'], ['<!-- .element: title="¬" -->']],
  ...[['§[^№]', '', '[^″]: §', '    §'], ['AB№ §', '', '*[AB″]: ¤'], ['[§][r№] [r″]', '', '[r″]: https://a.example "¤"'], ['§', ': §', ': §']],
  ...[['$$', '§ + 1', '$$'], ['\\begin{aligned}', '§ &= 1', '\\end{aligned}'], ['$$§'], ['§', '', '    «<tt>§</tt>»'], ['Notes: §'], ['[TOC]']],
  ...[['***'], ['- - -'], ['-----'], [' ---'], ['--- '], ['+++'], ['§', '---', '§'], ['----', '§']],
]

const indent = (lines: Lines, first: string, rest: string) =>
  lines.map((text, index) => (index === 0 ? first + text : (rest + text).trimEnd()))

const join = (blocks: readonly Lines[]) => blocks.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))

const { block } = fc.letrec<{ block: Lines; list: Lines; item: Lines; bullets: Lines; quote: Lines; box: Lines }>((tie) => {
  const blocks = fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map(join)
  return {
    block: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      { weight: 3, arbitrary: paragraph },
      { weight: 3, arbitrary: anyOf(...FIXED) },
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
        const written = items.map((lines) => indent(lines, marker, ' '.repeat(marker.length)))
        return isLoose ? join(written) : written.flat()
      }),
    item: fc
      .tuple(
        fc.oneof({ weight: 4, arbitrary: fc.tuple(anyOf('', '[ ] ', '[x] '), paragraph).map(([box, text]) => indent(text, box, '')) }, fence, tie('quote')),
        fc.oneof({ weight: 2, arbitrary: anyOf<Lines>([]) }, tie('bullets'), tie('block').map((lines) => ['', ...lines])),
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
export const randomBlocks: fc.Arbitrary<Lines> = fc.array(block, { maxLength: 4 }).map(join)
