import fc from 'fast-check'
import { addressAttributes, dataAttributes, elements, globalAttributes } from '../../src/core/clean/policy.ts'

// Trees that a parser leaves as they are: it closes a paragraph before a block, and takes stray parts of a table out of it.
const VOID = ['br', 'img', 'area', 'source', 'track']
const APART =
  /^(a|p|h[1-6]|table|caption|colgroup|col|tbody|thead|tfoot|tr|td|th|ul|ol|li|dl|dt|dd|ruby|rt|rp|details|summary|style|section|iframe|pre|hr)$/
const INLINE = [
  'abbr',
  'b',
  'bdi',
  'bdo',
  'big',
  'cite',
  'code',
  'del',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'mark',
  's',
  'small',
  'span',
  'strike',
]
const PHRASES = [...INLINE, 'strong', 'sub', 'sup', 'tt', 'u', 'audio', 'video']
const BLOCKS = Object.keys(elements).filter((name) => !APART.test(name) && !VOID.includes(name) && !PHRASES.includes(name))

const anyOf = (words: readonly string[]) => fc.constantFrom(...words)

const WORDS = ['word', 'two words', 'a &lt; b &amp; c &gt; d', 'é 😀', '&nbsp;']
const ADDRESSES = ['https://a.example/?b=1&amp;c=2#d', 'http://a.example', './a%20b.png', '../x.md#y', '#/1/2', '/a']
const VALUES: Readonly<Record<string, readonly string[]>> = {
  id: ['a', 'ü-1', 'x:y'],
  class: ['a', 'fragment fade-up', 'r-stretch'],
  style: [
    'color: red',
    'width:50%;top:1px',
    'background:linear-gradient(red,blue)',
    '--a:1px',
    'position:absolute',
    'font-family:&quot;A B&quot;',
  ],
  title: WORDS,
  target: ['_blank'],
  scope: ['row', 'colgroup'],
  href: [...ADDRESSES, 'mailto:a@b.example', 'tel:+49'],
  cite: ADDRESSES,
  src: ADDRESSES,
  poster: ADDRESSES,
  'data-anything': ['', '&lt;b&gt;', 'a b'],
}
const DATA_VALUES = ['1', '50%', 'red', '#ff0000', 'ease', 'hidden', 'a.png', 'linear-gradient(red, blue)']

const valueOf = (name: string, tagName = ''): readonly string[] => {
  if (addressAttributes[`${tagName} ${name}`] === 'file') return [...ADDRESSES, 'data:image/png;base64,AAAA']
  const shape = Object.hasOwn(dataAttributes, name) ? dataAttributes[name] : undefined
  return shape ? DATA_VALUES.filter((value) => shape.test(value)) : (VALUES[name] ?? ['1', '50%', 'left'])
}
// What has no value here is for slides alone.
const DATA = ['data-anything', ...Object.keys(dataAttributes).filter((name) => valueOf(name).length > 0)]

function attributesOf(tagName: string): fc.Arbitrary<string> {
  const names = fc.uniqueArray(anyOf([...globalAttributes, ...DATA, ...(elements[tagName] ?? [])]), { maxLength: 4 })
  const write = (name: string) => anyOf(valueOf(name, tagName)).map((value) => ` ${name}="${value}"`)
  return names.chain((all) => fc.tuple(...all.map(write))).map((parts) => parts.join(''))
}

const element = (tagName: string, content: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(attributesOf(tagName), content).map(([attributes, inside]) => `<${tagName}${attributes}>${inside}</${tagName}>`)
const anyElement = (names: readonly string[], content: fc.Arbitrary<string>) => anyOf(names).chain((name) => element(name, content))
const many = (content: fc.Arbitrary<string>) => fc.array(content, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''))

const empty = (names: readonly string[]) => anyOf(names).chain((name) => attributesOf(name).map((attributes) => `<${name}${attributes}>`))
const leaf = fc.oneof(anyOf(WORDS), empty(VOID))
const phrase = (depth: number): fc.Arbitrary<string> => (depth === 0 ? leaf : fc.oneof(leaf, anyElement(PHRASES, many(phrase(depth - 1)))))
const phrases = many(phrase(2))
// No link stands in another.
const line = many(
  fc.oneof(
    phrase(1),
    element('a', phrases),
    element(
      'ruby',
      fc.tuple(phrases, element('rp', leaf), element('rt', phrases)).map((parts) => parts.join('')),
    ),
  ),
)

const row = element('tr', many(anyElement(['td', 'th'], line)))
const columns = element(
  'colgroup',
  attributesOf('col').map((attributes) => `<col${attributes}>`),
)
const table = element(
  'table',
  fc
    .tuple(element('caption', line), columns, element('thead', many(row)), element('tbody', many(row)), element('tfoot', row))
    .map((parts) => parts.join('')),
)
const terms = element(
  'dl',
  fc.tuple(element('dt', line), element('dd', line)).map((parts) => parts.join('')),
)
const details = element(
  'details',
  fc.tuple(element('summary', line), line).map((parts) => parts.join('')),
)
const texts = anyElement(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre'], line)
const frame = element('iframe', fc.constant(''))

const block = (depth: number): fc.Arbitrary<string> => {
  const flat = fc.oneof(texts, table, terms, details, frame, empty(['hr']))
  if (depth === 0) return flat
  const below = many(block(depth - 1))
  return fc.oneof(flat, anyElement(BLOCKS, below), anyElement(['ul', 'ol'], many(element('li', fc.oneof(line, below)))))
}

/** HTML of elements and attributes of the policy alone, with values that they may have, spelt as a serializer would. */
export const allowedHtml: fc.Arbitrary<string> = many(block(2))
