import { defaultTreeAdapter, html as spec, Parser, serialize, Token } from 'parse5'
import type { DefaultTreeAdapterMap, TreeAdapter } from 'parse5'
import type { Tree } from '../model.ts'
import { DEEPEST, elements, MOST_ELEMENTS } from './policy.ts'

export interface ParseHtml {
  /** An element that is not on the list and whose tag has become text; `offset` is where in the HTML the tag ends. */
  readonly onForeign: (tagName: string, offset: number) => void
  /** An end tag that closes nothing. */
  readonly onUnbalanced: (tagName: string, offset: number) => void
}

// Only separators make slides, and reveal.js takes every section for one. Taken out of the tree later, what stands in it could be
// read as another tree the next time.
const IGNORED = 'section'

/** A slide with more elements than a browser should be given. */
export class TooLarge extends Error {}

/**
 * Parses HTML by the specification. A tag that is not on the list becomes text before the parser acts upon it,
 * so that no script, no foreign content and no raw text element ever begins.
 * Throws `TooLarge`.
 */
export function parseHtml(html: string, listeners: ParseHtml): Tree {
  const { tree, isMoved } = parseWithLocations(html, listeners)
  // What the parser moves out of a table may stand where no tags could put it, such as an item of a list in another. Written down,
  // its tags would close what stands around the slide: the tree becomes what a browser would read.
  return isMoved ? parseOnce(serialize(tree), { onForeign: ignore, onUnbalanced: ignore }, false).tree : tree
}

function ignore(): void {}

interface Parsed {
  readonly tree: Tree
  /** Something stands elsewhere in the tree than its tags stand in the text. */
  readonly isMoved: boolean
}

function parseWithLocations(html: string, listeners: ParseHtml): Parsed {
  try {
    return parseOnce(html, listeners, false)
  } catch (cause) {
    if (!(cause instanceof NeedsLocations)) throw cause
    return parseOnce(html, listeners, true)
  }
}

// To show a tag as it is written, the parser must know where it stands. That costs a tenth of a build, and few slides need it.
class NeedsLocations extends Error {}

function parseOnce(html: string, { onForeign, onUnbalanced }: ParseHtml, sourceCodeLocationInfo: boolean): Parsed {
  let isMoved = false
  const onMoved = () => {
    isMoved = true
  }
  const context = defaultTreeAdapter.createElement('div', spec.NS.HTML, [])
  const options = { treeAdapter: limited(onMoved), scriptingEnabled: false, sourceCodeLocationInfo }
  const parser = Parser.getFragmentParser<DefaultTreeAdapterMap>(context, options)
  const startTag = parser.onStartTag.bind(parser)
  const endTag = parser.onEndTag.bind(parser)
  const asText = ({ location }: Token.TagToken) => {
    if (!location) throw new NeedsLocations()
    parser.onCharacter({ type: Token.TokenType.CHARACTER, chars: html.slice(location.startOffset, location.endOffset), location: null })
  }
  const isOpen = (tagName: string) => {
    const { items, stackTop } = parser.openElements
    for (let at = stackTop; at >= 0; at -= 1) {
      const element = items[at]
      if (element && 'tagName' in element && element.tagName === tagName) return true
    }
    return false
  }
  parser.onStartTag = (token) => {
    if (token.tagName === IGNORED) return undefined
    if (parser.openElements.stackTop > DEEPEST) throw new TooLarge(`elements stand in each other more than ${DEEPEST} deep`)
    if (isAllowed(token.tagName)) return startTag(token)
    asText(token)
    return onForeign(token.tagName, parser.tokenizer.preprocessor.offset)
  }
  parser.onEndTag = (token) => {
    const { tagName } = token
    if (tagName === IGNORED) return undefined
    if (!isAllowed(tagName)) return asText(token)
    // Such an end tag makes an element of its own.
    if (tagName !== 'p' && tagName !== 'br' && !isOpen(tagName)) onUnbalanced(tagName, parser.tokenizer.preprocessor.offset)
    return endTag(token)
  }
  parser.tokenizer.write(html, true)
  // Taking the fragment moves every node of it.
  const isMovedByMarkup = isMoved
  return { tree: parser.getFragment(), isMoved: isMovedByMarkup }
}

function isAllowed(tagName: string): boolean {
  return Object.hasOwn(elements, tagName)
}

// Formatting elements that are never closed are repeated in every later block: ten kilobytes become megabytes.
function limited(onMoved: () => void): TreeAdapter<DefaultTreeAdapterMap> {
  let count = 0
  return {
    ...defaultTreeAdapter,
    createElement(...parts) {
      count += 1
      if (count > MOST_ELEMENTS) throw new TooLarge(`it has more than ${MOST_ELEMENTS} elements`)
      return defaultTreeAdapter.createElement(...parts)
    },
    insertBefore(...parts) {
      onMoved()
      defaultTreeAdapter.insertBefore(...parts)
    },
    insertTextBefore(...parts) {
      onMoved()
      defaultTreeAdapter.insertTextBefore(...parts)
    },
    detachNode(node) {
      onMoved()
      defaultTreeAdapter.detachNode(node)
    },
  }
}
