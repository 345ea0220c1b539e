import { defaultTreeAdapter, type DefaultTreeAdapterMap, html as spec, Parser, serialize, Token, type TreeAdapter } from 'parse5'
import type { Tree } from '../model.ts'
import { closesItself, type UnclosedTag, unclosedTags } from './unclosed-tags.ts'
import { DEEPEST, elements, MOST_ELEMENTS } from './policy.ts'

export interface ParseHtml {
  /** An element that is not on the list and whose tag has become text; `offset` is where in the HTML the tag ends. */
  readonly onForeign: (tagName: string, offset: number) => void
  /** An end tag that closes nothing. */
  readonly onUnbalanced: (tagName: string, offset: number) => void
  /** A start tag whose element is never closed, and that contains what was not meant. */
  readonly onUnclosed: (tag: UnclosedTag) => void
}

// Only separators make slides, and reveal.js takes every section for one. Removed from the tree later, its content could be
// parsed into another tree the next time.
const IGNORED = 'section'

/** A slide with more elements than a browser should be given. */
export class TooLarge extends Error {}

/**
 * Parses HTML by the specification. A tag that is not on the list becomes text before the parser acts upon it,
 * so that no script, foreign content or raw text element ever starts.
 * Throws `TooLarge`.
 */
export function parseHtml(html: string, { onForeign, onUnbalanced, onUnclosed }: ParseHtml): Tree {
  const { tree, isMoved, foreign, unbalanced, hasLocations } = parseWithLocations(html)
  for (const [name, offset] of foreign) onForeign(name, offset)
  for (const [name, offset] of unbalanced) onUnbalanced(name, offset)
  if (hasLocations) for (const tag of unclosedTags(tree, html)) onUnclosed(tag)
  // What the parser moves out of a table may end up where no tags could put it, such as a list item inside another. Serialized,
  // its tags would close elements around the slide; parsing once more gives the tree that a browser would see.
  return isMoved ? parseOnce(serialize(tree), false).tree : tree
}

type TagOffset = readonly [tagName: string, offset: number]

interface Parsed {
  readonly tree: Tree
  /** Something is elsewhere in the tree than its tags are in the text. */
  readonly isMoved: boolean
  /** Some elements that need an end tag have none. */
  readonly isUneven: boolean
  readonly hasLocations: boolean
  readonly foreign: readonly TagOffset[]
  readonly unbalanced: readonly TagOffset[]
}

// Showing a tag as it is written, or reporting an unclosed one, needs locations from the parser. They cost
// a tenth of a build, and few slides need them.
function parseWithLocations(html: string): Parsed {
  try {
    const parsed = parseOnce(html, false)
    if (!parsed.isUneven) return parsed
  } catch (cause) {
    if (!(cause instanceof NeedsLocations)) throw cause
  }
  return parseOnce(html, true)
}

class NeedsLocations extends Error {}

function parseOnce(html: string, hasLocations: boolean): Parsed {
  const foreign: TagOffset[] = []
  const unbalanced: TagOffset[] = []
  const open = new Map<string, number>()
  const count = (tagName: string, by: 1 | -1) => open.set(tagName, (open.get(tagName) ?? 0) + by)
  let isMoved = false
  const onMoved = () => {
    isMoved = true
  }
  const context = defaultTreeAdapter.createElement('div', spec.NS.HTML, [])
  const options = { treeAdapter: limited(onMoved), scriptingEnabled: false, sourceCodeLocationInfo: hasLocations }
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
    if (parser.openElements.stackTop > DEEPEST) throw new TooLarge(`elements are nested more than ${DEEPEST} levels deep`)
    if (isAllowed(token.tagName)) {
      count(token.tagName, 1)
      return startTag(token)
    }
    asText(token)
    foreign.push([token.tagName, parser.tokenizer.preprocessor.offset])
  }
  parser.onEndTag = (token) => {
    const { tagName } = token
    if (tagName === IGNORED) return undefined
    if (!isAllowed(tagName)) return asText(token)
    // Such an end tag makes an element of its own.
    if (tagName !== 'p' && tagName !== 'br' && !isOpen(tagName)) unbalanced.push([tagName, parser.tokenizer.preprocessor.offset])
    else count(tagName, -1)
    return endTag(token)
  }
  parser.tokenizer.write(html, true)
  const isUneven = [...open].some(([tagName, more]) => more > 0 && !closesItself(tagName))
  // `getFragment` moves every node.
  const isMovedByMarkup = isMoved
  return { tree: parser.getFragment(), isMoved: isMovedByMarkup, isUneven, hasLocations, foreign, unbalanced }
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
