import type { SourceLocation, Report } from '../diagnostics/diagnostic.ts'
import type { Element, Node, Tree } from '../model.ts'
import { cleanAttribute } from '../clean/clean-attribute.ts'
import { addClass, isElement, isInline, isText, removeAll, setAttribute, textOf } from '../tree.ts'
import type { PassageTree } from '../resolve/reference-context.ts'

/** The attributes from the `.slide` comments of a slide, and the location of the last one. */
export interface SlideDirective {
  readonly attributes: Readonly<Record<string, string>>
  readonly location: SourceLocation | undefined
}

/**
 * Applies the comments `<!-- .element: … -->` to the element before them, removes all comments from the tree,
 * and returns the attributes of `<!-- .slide: … -->`.
 */
export function readDirectives({ tree, locationOf }: PassageTree, report: Report, dialect?: string): SlideDirective {
  const isAllowed = (name: string) => DIRECTIVE.test(name) || (dialect === 'reveal-md' && REVEAL_MD.test(name))
  const isAllowedOnElement = (name: string) => ACCESSIBLE.test(name) || isAllowed(name)
  const attributes: Record<string, string> = {}
  let last: SourceLocation | undefined
  const comments = commentsBelow(tree)
  for (const { comment, target } of comments) {
    const element = /\.element\b:?([^]*)$/.exec(comment.data)?.[1]
    const slide = element === undefined ? /\.slide:([^]*)$/.exec(comment.data)?.[1] : undefined
    const location = locationOf(comment)
    const kind = slide === undefined ? '.element' : '.slide'
    const refuse = (name: string, unquoted?: string) =>
      unquoted === undefined
        ? report('attribute-not-allowed', location, name, kind)
        : report('attribute-unquoted', location, name, kind, unquoted)
    if (slide !== undefined) {
      Object.assign(attributes, readAttributes(slide, 'section', { isAllowed, refuse }))
      last = location
    }
    if (element === undefined || !target) continue
    const given = readAttributes(element, target.tagName, { isAllowed: isAllowedOnElement, refuse })
    if (/(^|\s)fragment(\s|$)/.test(given['class'] ?? '') && isMeantForLine(comment, target)) {
      const text = textOf(target)
      report('step-on-word', location, text.length > LONGEST_WORD ? `${text.slice(0, LONGEST_WORD)}…` : text)
    }
    addAttributes(target, given)
  }
  removeAll(comments.map(({ comment }) => comment))
  return { attributes, location: last }
}

const LONGEST_WORD = 40

// A comment at the end of a line, after a word in bold, code or a link, with other text on the line.
function isMeantForLine(comment: Node, target: Element): boolean {
  const siblings = comment.parentNode?.childNodes ?? []
  if (!isInline(target) || target.parentNode !== comment.parentNode) return false
  const at = siblings.indexOf(comment)
  const isBreak = (node: Node) => isElement(node) && !isInline(node) && node.tagName !== 'img'
  const hasText = (node: Node) => (isText(node) ? node.value.trim() !== '' : isElement(node) && node !== target && !isBreak(node))
  const end = siblings.findIndex((node, index) => index > at && isBreak(node))
  const start = siblings.findLastIndex((node, index) => index < at && isBreak(node))
  return !siblings.slice(at + 1, end === -1 ? undefined : end).some(hasText) && siblings.slice(start + 1, at).some(hasText)
}

interface FoundComment {
  readonly comment: Extract<Node, { data: string }>
  /** By HedgeDoc's rule the nearest element before the comment that is not a <br>, else the element around it. */
  readonly target: Element | undefined
}

function commentsBelow(parent: Tree | Element): FoundComment[] {
  const found: FoundComment[] = []
  let target = 'tagName' in parent ? parent : undefined
  for (const node of parent.childNodes) {
    if ('data' in node) found.push({ comment: node, target })
    if (!isElement(node)) continue
    for (const below of commentsBelow(node)) found.push(below)
    if (node.tagName !== 'br') target = node
  }
  return found
}

// A name with a value, or a word.
const ATTRIBUTE = /([^\s"'=]+)(\s*=\s*)("[^"]*"|'[^']*'|[^\s]*)|(\S+)/g
const DIRECTIVE = /^(id|class|style|data-[a-z0-9_.-]+|lang)$/
// For screen readers; a slide has a name and a role already.
const ACCESSIBLE = /^(role|scope|headers|aria-[a-z]+)$/
// reveal.js sets any attribute; these have no address.
const REVEAL_MD = /^(width|height|title|alt|lang|dir|align|valign|start|colspan|rowspan|controls|loop|muted|autoplay)$/

interface Rule {
  readonly isAllowed: (name: string) => boolean
  readonly refuse: (name: string, unquoted?: string) => void
}

function readAttributes(text: string, tagName: string, { isAllowed, refuse }: Rule): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, named, equals, written = '', word = ''] of text.matchAll(ATTRIBUTE)) {
    const name = named ?? word
    const key = name.startsWith('data-') ? name.toLowerCase() : name
    // A single word is an attribute without a value, or prose.
    if (named === undefined && !/^data-[\w-]+$/.test(name)) continue
    const value = named === undefined ? '' : quotedValue(equals, written)
    const cleaned = isAllowed(key) && value !== undefined ? cleanAttribute(tagName, key, value) : { refused: '' }
    if ('value' in cleaned) attributes[key] = cleaned.value
    else if ('refused' in cleaned) refuse(name, isAllowed(key) && value === undefined ? unquoted(written) : undefined)
  }
  return attributes
}

/** Sets attributes; classes are added to existing ones. */
function addAttributes(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'class') addClass(element, value)
    else setAttribute(element, name, value)
  }
}

// What has a value once it is in quotes, without half of a pair and curly ones.
function unquoted(written: string): string {
  return written.replace(/^["'“”„‘’]+|["'“”‘’,;]+$/g, '')
}

// `name="value"` or `name='value'`; HedgeDoc accepts no other spelling.
function quotedValue(equals: string | undefined, written: string): string | undefined {
  return equals === '=' && /^(".*"|'.*')$/s.test(written) ? written.slice(1, -1) : undefined
}
