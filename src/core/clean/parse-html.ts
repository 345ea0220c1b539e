import { defaultTreeAdapter, type DefaultTreeAdapterMap, html as spec, Parser, serialize, Token, type TreeAdapter } from 'parse5'
import type { Tree } from '../model.ts'
import { closesItself, type UnclosedTag, unclosedTags } from './unclosed-tags.ts'
import { parsePlain } from './parse-plain.ts'
import { DEEPEST, elements, MOST_ELEMENTS } from './policy.ts'

export interface ParseHtml {
  /** An element that is not allowed, whose tag became text; `offset` is the end of the tag in the HTML. */
  readonly onForeign: (tagName: string, offset: number) => void
  /** An end tag without a start tag. */
  readonly onUnbalanced: (tagName: string, offset: number) => void
  /** An unclosed start tag whose element contains more than intended. */
  readonly onUnclosed: (tag: UnclosedTag) => void
}

// reveal.js treats every section as a slide. Removing it from the tree later could change how its content is parsed again.
const IGNORED = 'section'

// Their end tag has no effect.
const VOID = /^(?:img|hr|input|col|source|track|wbr|area|embed)$/

/** A slide that exceeds the limit of elements or nesting. */
export class TooLarge extends Error {}

/**
 * Parses HTML by the specification. A tag that is not allowed becomes text before the parser handles it, so that no script,
 * foreign content or raw text element ever starts.
 * Throws `TooLarge`.
 */
export function parseHtml(html: string, events: ParseHtml): Tree {
  return parsePlain(html) ?? parseBySpecification(html, events)
}

/** The same without the quick way, which most slides take. */
export function parseBySpecification(html: string, { onForeign, onUnbalanced, onUnclosed }: ParseHtml): Tree {
  const { tree, isMoved, foreign, unbalanced, hasLocations } = parseWithLocations(html)
  for (const [name, offset] of foreign) onForeign(name, offset)
  for (const [name, offset] of unbalanced) if (!VOID.test(name)) onUnbalanced(name, offset)
  if (hasLocations) for (const tag of unclosedTags(tree, html)) onUnclosed(tag)
  // The parser moves misplaced content out of tables, even to where no tags could put it, such as a list item inside another.
  // Serialized, its tags could close elements around the slide; parsing again gives the tree that a browser would build.
  return isMoved ? parseOnce(serialize(tree), false).tree : tree
}

type TagOffset = readonly [tagName: string, offset: number]

interface Parsed {
  readonly tree: Tree
  /** The parser has moved nodes, so that the tree differs from the order of the tags. */
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
    // Elements without content have no end tag, but people write one for sources.
    if (tagName === IGNORED || tagName === 'source' || tagName === 'track') return undefined
    if (!isAllowed(tagName)) return asText(token)
    // These end tags create an element.
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

// Unclosed formatting elements are repeated in every later block: ten kilobytes can become megabytes.
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
