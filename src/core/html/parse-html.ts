import { defaultTreeAdapter, html as spec, Parser, Token } from 'parse5'
import type { DefaultTreeAdapterMap, TreeAdapter } from 'parse5'
import type { Tree } from '../model.ts'
import { DEEPEST, elements, MOST_ELEMENTS } from './policy.ts'

export interface ParseHtml {
  /** An element that is not on the list; its tag has become text. */
  readonly onForeign: (tagName: string) => void
  /** An end tag that closes nothing. */
  readonly onUnbalanced: (tagName: string) => void
}

/** A slide with more elements than a browser should be given. */
export class TooLarge extends Error {}

/**
 * Parses HTML once, by the specification. A tag that is not on the list becomes text before the parser
 * acts upon it, so that no script, no foreign content and no raw text element ever begins.
 * Throws `TooLarge`.
 */
export function parseHtml(html: string, { onForeign, onUnbalanced }: ParseHtml): Tree {
  const treeAdapter = limited()
  const context = defaultTreeAdapter.createElement('div', spec.NS.HTML, [])
  const parser = Parser.getFragmentParser<DefaultTreeAdapterMap>(context, {
    treeAdapter,
    scriptingEnabled: false,
  })
  const startTag = parser.onStartTag.bind(parser)
  const endTag = parser.onEndTag.bind(parser)
  const asText = ({ tagName }: Token.TagToken) => {
    const chars = tagBefore(html, tagName, parser.tokenizer.preprocessor.offset)
    parser.onCharacter({ type: Token.TokenType.CHARACTER, chars, location: null })
  }
  parser.onStartTag = (token) => {
    if (parser.openElements.stackTop > DEEPEST) throw new TooLarge(`elements stand in each other more than ${DEEPEST} deep`)
    if (isAllowed(token.tagName)) return startTag(token)
    onForeign(token.tagName)
    return asText(token)
  }
  parser.onEndTag = (token) => {
    const { tagName } = token
    if (!isAllowed(tagName)) return asText(token)
    if (tagName !== 'p' && tagName !== 'br' && !parser.openElements.items.some((open) => 'tagName' in open && open.tagName === tagName))
      onUnbalanced(tagName)
    return endTag(token)
  }
  parser.tokenizer.write(html, true)
  return parser.getFragment()
}

// The tag as it is written, which ends at `end`. The parser could say where it begins, at a tenth of the build's cost.
function tagBefore(html: string, tagName: string, end: number): string {
  let start = html.lastIndexOf('<', end)
  while (
    start > 0 &&
    !html
      .slice(start + 1, start + 2 + tagName.length)
      .toLowerCase()
      .includes(tagName)
  )
    start = html.lastIndexOf('<', start - 1)
  return html.slice(Math.max(start, 0), end + 1)
}

function isAllowed(tagName: string): boolean {
  return Object.hasOwn(elements, tagName)
}

// Formatting elements that are never closed are repeated in every later block: ten kilobytes become megabytes.
function limited(): TreeAdapter<DefaultTreeAdapterMap> {
  let count = 0
  return {
    ...defaultTreeAdapter,
    createElement(...parts) {
      count += 1
      if (count > MOST_ELEMENTS) throw new TooLarge(`it has more than ${MOST_ELEMENTS} elements`)
      return defaultTreeAdapter.createElement(...parts)
    },
  }
}
