import { defaultTreeAdapter, html as spec } from 'parse5'
import type { Element, Tree } from '../model.ts'
import { readPlainTag, unescapePlain } from './plain-tag.ts'
import { DEEPEST, elements, MOST_ELEMENTS } from './policy.ts'

const names = (text: string): ReadonlySet<string> => new Set(text.split(' '))

// The specification puts these where their tags are.
const ANYWHERE = names(
  'a abbr b bdi bdo big br cite code del em font i img ins kbd mark s small span strike strong style sub sup tt u audio video',
)
// Except in a paragraph, which they close.
const BLOCKS = names(
  'address article aside blockquote center details div dl figcaption figure footer h1 h2 h3 h4 h5 h6 header hr nav ol p pre summary table ul',
)
// Only in these.
const PARENTS: Readonly<Record<string, ReadonlySet<string>>> = {
  li: names('ul ol'),
  dt: names('dl'),
  dd: names('dl'),
  thead: names('table'),
  tbody: names('table'),
  tr: names('thead tbody'),
  th: names('tr'),
  td: names('tr'),
}
// Other content is moved out of them.
const TABLE = names('table thead tbody tr')
const EMPTY = names('br hr img')
const HEADING = names('h1 h2 h3 h4 h5 h6')

/**
 * Parses HTML as markdown-it writes it, where each element has its end tag, in order, and is where the specification would put it. The
 * tree is the one that the parser of the specification builds, several times slower; for any other HTML it is `undefined`.
 */
export function parsePlain(html: string): Tree | undefined {
  if (/[\0\r]/.test(html)) return undefined
  const tree = defaultTreeAdapter.createDocumentFragment()
  const open: (Tree | Element)[] = [tree]
  let parent: Tree | Element = tree
  const opened = { p: 0, a: 0 }
  let count = 0
  for (let at = 0; at < html.length;) {
    const tagStart = html.indexOf('<', at)
    if (tagStart !== at) {
      const end = tagStart === -1 ? html.length : tagStart
      const value = unescapePlain(html.slice(at, end))
      if (value === undefined || (TABLE.has(parent.nodeName) && /[^\t\n\f ]/.test(value))) return undefined
      parent.childNodes.push({ nodeName: '#text', value, parentNode: parent })
      at = end
    } else if (html.startsWith('</', at)) {
      const { nodeName } = parent
      if (parent === tree || !html.startsWith(nodeName, at + 2) || html[at + 2 + nodeName.length] !== '>') return undefined
      if (nodeName === 'p' || nodeName === 'a') opened[nodeName] -= 1
      open.pop()
      parent = open.at(-1) ?? tree
      at += nodeName.length + 3
    } else if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4)
      const data = html.slice(at + 4, end)
      if (end === -1 || /^-?>|--!>/.test(data)) return undefined
      parent.childNodes.push({ nodeName: '#comment', data, parentNode: parent })
      at = end + 3
    } else {
      const tag = readPlainTag(html, at)
      if (!tag || !isPlainIn(parent.nodeName, tag.name, opened)) return undefined
      const { name, attrs, end } = tag
      const isEmpty = EMPTY.has(name)
      count += 1
      if ((tag.isSelfClosing && !isEmpty) || count > MOST_ELEMENTS - MARGIN || open.length > DEEPEST - MARGIN) return undefined
      const element: Element = { nodeName: name, tagName: name, attrs, namespaceURI: spec.NS.HTML, childNodes: [], parentNode: parent }
      parent.childNodes.push(element)
      at = end
      if (isEmpty) continue
      if (name === 'style') {
        // Its content is text, up to its end tag.
        at = html.indexOf('</', end)
        if (!html.startsWith('</style>', at)) return undefined
        if (at > end) element.childNodes.push({ nodeName: '#text', value: html.slice(end, at), parentNode: element })
        at += '</style>'.length
        continue
      }
      if (name === 'p' || name === 'a') opened[name] += 1
      // The line break after the tag is not part of the text.
      if (name === 'pre' && html[at] === '\n') at += 1
      open.push(element)
      parent = element
    }
  }
  return parent === tree ? tree : undefined
}

// The parser of the specification counts a little differently, and reports what exceeds the limits.
const MARGIN = 5

/** Whether the specification puts an element into the element around its tag and closes none for it; `opened` counts those around it. */
function isPlainIn(parent: string, name: string, opened: { readonly p: number; readonly a: number }): boolean {
  if (!Object.hasOwn(elements, name)) return false
  if (Object.hasOwn(PARENTS, name)) return PARENTS[name]?.has(parent) === true
  if (TABLE.has(parent)) return false
  if (BLOCKS.has(name)) return opened.p === 0 && !(HEADING.has(name) && HEADING.has(parent))
  return ANYWHERE.has(name) && !(name === 'a' && opened.a > 0)
}
