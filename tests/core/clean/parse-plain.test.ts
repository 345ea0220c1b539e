import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseBySpecification } from '../../../src/core/clean/parse-html.ts'
import { parsePlain } from '../../../src/core/clean/parse-plain.ts'
import { elements } from '../../../src/core/clean/policy.ts'
import type { Node, Tree } from '../../../src/core/model.ts'
import { hostileHtml } from '../../support/hostile-html.ts'
import { propertyRuns } from '../../support/property-runs.ts'

const bySpecification = (html: string) => {
  const reported: string[] = []
  const tree = parseBySpecification(html, {
    onForeign: (name) => reported.push(`foreign ${name}`),
    onUnbalanced: (name) => reported.push(`unbalanced ${name}`),
    onUnclosed: ({ written }) => reported.push(`unclosed ${written}`),
  })
  return { reported, tree: shapeOf(tree) }
}

// What a tree contains, without the references to parents, which must be right.
function shapeOf(node: Node | Tree): unknown {
  if (!('childNodes' in node)) return 'data' in node ? { comment: node.data } : { text: 'value' in node && node.value }
  for (const child of node.childNodes) expect(child.parentNode).toBe(node)
  const own = 'tagName' in node ? { tag: node.tagName, name: node.nodeName, attrs: node.attrs, namespace: node.namespaceURI } : {}
  return { ...own, children: node.childNodes.map(shapeOf) }
}

const names = [
  ...Object.keys(elements),
  'script',
  'svg',
  'form',
  'button',
  'template',
  'title',
  'textarea',
  'plaintext',
  'body',
  'custom-x',
]
const common = [
  'p',
  'ul',
  'ol',
  'li',
  'a',
  'b',
  'em',
  'code',
  'pre',
  'h1',
  'h2',
  'br',
  'img',
  'table',
  'thead',
  'tbody',
  'tr',
  'td',
  'div',
  'style',
]
const name = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...common) }, fc.constantFrom(...names))
const space = fc.constantFrom(' ', ' ', ' ', '\n', '\t', '\f', '\v', '\u00a0', '\u2028', '/', '')
const text = fc.constantFrom(
  ...[
    'a',
    ' ',
    '\n',
    'b < c',
    '&',
    '&amp;',
    '&lt;b&gt;',
    '&quot;',
    '&#39;',
    '&nbsp;',
    '&ampx',
    '&lt',
    '&#0;',
    '>',
    '"',
    "'",
    '\u00a0',
    '\f',
  ],
  ...['-->', '--!>', '<!', '<?x>', '<![CDATA[x]]>', '</', '</ p>', '<P>', 'ä😀', '\ud800', '\0', '\r', '\u0001', '=', '`'],
)
const comment = fc.constantFrom(
  '<!---->',
  '<!-- a -->',
  '<!-->',
  '<!--->',
  '<!--a--!>b-->',
  '<!-- <p> -->',
  '<!--a',
  '<!----!>-->',
  '<!-- <!-- -->',
)
const value = fc.constantFrom(
  '',
  '="v"',
  "='v'",
  '=v',
  '="a&amp;b"',
  '="&nbsp;"',
  '="<p>"',
  "='\"'",
  '=a/b',
  '=a"b',
  '=`',
  ' = "v"',
  '="',
  '=&lt;',
  '=',
)
const attribute = fc
  .tuple(space, fc.constantFrom('class', 'href', 'src', 'CLASS', 'data-a.b', 'x:y', '1a', 'é', 'controls'), value)
  .map((parts) => parts.join(''))
const startTag = fc
  .tuple(name, fc.array(attribute, { maxLength: 3 }), space, fc.constantFrom('', '', '', '/'))
  .map(([tag, attributes, end, slash]) => `<${tag}${attributes.join('')}${end}${slash}>`)
const endTag = fc.tuple(name, fc.constantFrom('', '', '', ' ', '\n', '/')).map(([tag, end]) => `</${tag}${end}>`)
const soup = fc.array(fc.oneof(startTag, endTag, text, comment), { maxLength: 12 }).map((parts) => parts.join(''))

// Each element has its end tag, so that most of these are read the quick way.
const { passage } = fc.letrec<{ passage: string }>((tie) => ({
  passage: fc
    .array(
      fc.oneof(
        { maxDepth: 6, withCrossShrink: true },
        fc.constantFrom('a', '\n', ' ', '&amp;', '<br>', '<img src="a.png">', '<hr>', '<!-- .slide: class="a" -->'),
        fc
          .tuple(name, fc.constantFrom('', '', ' class="a"', ' data-source-line="3"', ' href=a', " title='b'"), tie('passage'))
          .map(([tag, attributes, inside]) => `<${tag}${attributes}>${inside}</${tag}>`),
        tie('passage').map((inside) => `<table><thead><tr><th>a</th></tr></thead>\n<tbody><tr><td>${inside}</td></tr></tbody></table>`),
        fc.array(tie('passage'), { maxLength: 3 }).map((items) => `<ul>\n${items.map((item) => `<li>${item}</li>\n`).join('')}</ul>`),
      ),
      { maxLength: 4 },
    )
    .map((parts) => parts.join('')),
}))

describe('what the quick parser reads', () => {
  test.each([
    ['as markdown-it writes it', passage, 3000],
    ['as anyone may write it', soup, 10_000],
    ['as attackers write it', hostileHtml, 2000],
  ] as const)('is the tree of the specification, without anything to report: %s', (_, html, numRuns) => {
    let read = 0
    fc.assert(
      fc.property(html, (written) => {
        const plain = parsePlain(written)
        if (!plain) return
        read += 1
        expect({ reported: [], tree: shapeOf(plain) }).toEqual(bySpecification(written))
      }),
      propertyRuns(numRuns),
    )
    expect(read).toBeGreaterThan(0)
  })
})

describe('the quick parser reads', () => {
  test.each([
    '<h1 data-source-line="1">Title &amp; more</h1>\n<ul data-source-line="3">\n<li data-source-line="3">a <strong>b</strong></li>\n</ul>\n',
    '<!--source-line:1--><style>h1 > b { color: red }</style>\n<p>a</p>',
    '<p><font size=12px>a</font><br>\n<img src="a.png" alt=""></p>',
    '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>',
    '<pre><code>\n&lt;b&gt;</code></pre>',
  ])('%s', (html) => {
    const plain = parsePlain(html)
    expect(plain && { reported: [], tree: shapeOf(plain) }).toEqual(bySpecification(html))
  })
})

describe('the quick parser leaves to the parser of the specification', () => {
  test.each([
    ['an element that is not allowed', '<script>a</script>'],
    ['an unclosed element', '<p>a'],
    ['an end tag without a start tag', 'a</p>'],
    ['end tags in another order', '<b><i>a</b></i>'],
    ['a block in a paragraph', '<p><span><div>a</div></span></p>'],
    ['a link in a link', '<a><b><a>a</a></b></a>'],
    ['text in a table', '<table>a<tbody></tbody></table>'],
    ['a cell outside a row', '<td>a</td>'],
    ['a heading in a heading', '<h1><h2>a</h2></h1>'],
    ['white space that HTML does not know', '<a\u00a0href="b">a</a>'],
    ['an attribute twice', '<a href="b" href="c">a</a>'],
    ['other entities', 'a&nbsp;b'],
    ['a style sheet with another end tag in it', '<style>a</b></style>'],
    ['a section, which is not kept', '<section>a</section>'],
    ['too many elements', '<br>'.repeat(20_000)],
    ['elements that are nested too deeply', '<div>'.repeat(201) + '</div>'.repeat(201)],
  ])('%s', (_, html) => expect(parsePlain(html)).toBeUndefined())
})
