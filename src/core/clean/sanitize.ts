import { defaultTreeAdapter } from 'parse5'
import type { Report } from '../diagnostics/diagnostic.ts'
import { LINE_ATTRIBUTE, LINE_COMMENT } from '../markdown/extensions/source-lines.ts'
import type { Element, Node, OpenTag, Passage, Tree, WrittenSheet } from '../model.ts'
import { cleanAttribute } from './clean-attribute.ts'
import { cleanStyleSheet, DECK, type Removed, slideScope } from './clean-css.ts'
import { parseHtml, TooLarge } from './parse-html.ts'
import { append, attributeOf, createElement, isElement, isText, pushReversed, removeAll } from '../tree.ts'

/** The cleaned HTML of a passage. */
export interface SanitizedHtml {
  /** Contains one `<div>` around everything. */
  readonly tree: Tree
  /** The style sheets in it, cleaned and scoped. */
  readonly css: string
  /** The same, as written. */
  readonly sheets: readonly WrittenSheet[]
  /** Unclosed tags and comments. */
  readonly openTags: readonly OpenTag[]
  /** 1-based source lines of the elements and comments. */
  readonly lines: ReadonlyMap<Node, number>
}

/**
 * Parses untrusted HTML and removes everything that the policy does not allow.
 * Comments stay, for `.slide` and `.element`; `readDirectives` removes them.
 */
export type Sanitize = (html: string, source: Passage & { readonly file: string }, report: Report) => SanitizedHtml

/** A sanitiser that cleans each style sheet once, even if many decks contain it. */
export function createSanitizer(): Sanitize {
  const cleaned = new Map<string, CleanedSheet>()
  const cleanOnce = (css: string, slide?: string): CleanedSheet => {
    const key = slide === undefined ? css : `${slide} ${css}`
    const known = cleaned.get(key)
    if (known) return known
    const removed: CleanedSheet['removed'][number][] = []
    const sheet = { css: cleanStyleSheet(css, (...what) => removed.push(what), slide === undefined ? DECK : slideScope(slide)), removed }
    cleaned.set(key, sheet)
    return sheet
  }
  return (html, source, report) => sanitize(html, source, { report, cleanOnce })
}

interface CleanedSheet {
  readonly css: string
  readonly removed: readonly Parameters<Removed>[]
}

interface SanitizeContext {
  readonly report: Report
  readonly cleanOnce: (css: string, slide?: string) => CleanedSheet
}

function sanitize(html: string, source: Passage & { readonly file: string }, { report, cleanOnce }: SanitizeContext): SanitizedHtml {
  let line = source.line
  const lineOf = (mark: string | undefined) => {
    const marked = markedLine(mark)
    return marked === undefined ? line : source.line + marked - 1
  }
  const location = () => ({ file: source.file, line })
  const lines = new Map<Node, number>()
  const css: string[] = []
  const sheets: WrittenSheet[] = []
  const openTags: OpenTag[] = []
  const tag = (code: 'element-shown-as-text' | 'element-unbalanced') => {
    const lineAt = createLineFinder(html, source.line)
    return (name: string, offset: number) => report(code, { file: source.file, line: lineAt(offset) }, name)
  }
  const lineOfTag = createLineFinder(html, source.line)
  let tree: Tree
  try {
    tree = parseHtml(html, {
      onForeign: tag('element-shown-as-text'),
      onUnbalanced: tag('element-unbalanced'),
      onUnclosed: ({ tagName, written, offset }) => openTags.push({ tagName, written, line: lineOfTag(offset) }),
    })
  } catch (cause) {
    if (!(cause instanceof TooLarge)) throw cause
    report('slide-too-large', location(), cause.message)
    return { tree: defaultTreeAdapter.createDocumentFragment(), css: '', sheets, openTags, lines }
  }

  // In source order, so that lines can be counted from the last mark.
  const open: Node[] = []
  pushReversed(tree.childNodes, open)
  const gone: Node[] = []
  const visit = (child: Node) => {
    if ('data' in child && child.data.startsWith(LINE_COMMENT)) {
      line = lineOf(child.data.slice(LINE_COMMENT.length))
      gone.push(child)
    } else if ('data' in child) {
      lines.set(child, line)
      if (isOpenComment(child.data, html)) openTags.push({ written: '<!--', line })
    }
    // Line breaks between the rows of a table are not in the source.
    if (isText(child) && !TABLE.has(child.parentNode?.nodeName ?? '')) line += countLineBreaks(child.value)
    if (!isElement(child)) return
    line = lineOf(attributeOf(child, LINE_ATTRIBUTE))
    if (child.tagName === 'style') {
      const text = child.childNodes.map((node) => (isText(node) ? node.value : '')).join('')
      const sheet = cleanOnce(text, attributeOf(child, 'scoped') === undefined ? undefined : source.styleClass)
      css.push(sheet.css)
      sheets.push({ css: text, line })
      for (const [what, why, below] of sheet.removed) report('css-removed', { file: source.file, line: line + (below ?? 0) }, what, why)
      gone.push(child)
      return
    }
    lines.set(child, line)
    const attributes: Element['attrs'] = []
    for (const { name: written, value } of child.attrs) {
      if (written === LINE_ATTRIBUTE) continue
      const name = written === 'data-src' && loadsLate(child) ? 'src' : written
      const cleaned = cleanAttribute(child.tagName, name, value)
      if ('dropped' in cleaned) continue
      if ('refused' in cleaned) {
        report('attribute-removed', location(), name, child.tagName, cleaned.refused)
        continue
      }
      for (const [what, why] of cleaned.lost ?? []) report('css-removed', location(), what, why)
      attributes.push({ name, value: cleaned.value })
    }
    child.attrs = attributes
    pushReversed(child.childNodes, open)
  }
  for (let node = open.pop(); node; node = open.pop()) visit(node)
  removeAll(gone)
  // HedgeDoc's wrapper, the target of an `.element` comment at the top of a slide.
  const wrapper = createElement('div')
  append(wrapper, [...tree.childNodes])
  append(tree, [wrapper])
  return { tree, css: css.filter((sheet) => sheet !== '').join('\n'), sheets, openTags, lines }
}

function countLineBreaks(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

// reveal.js loads it when its slide is near.
function loadsLate(element: Element): boolean {
  return /^(img|video|audio|source|iframe)$/.test(element.tagName) && attributeOf(element, 'src') === undefined
}

// Whether a comment contains the rest of the passage, or HTML that was made of lines below it.
function isOpenComment(data: string, html: string): boolean {
  const [, ...below] = data.split('\n')
  return below.some((text) => text.trim() !== '') && (html.endsWith(data) || data.includes(`${LINE_ATTRIBUTE}="`))
}

const TABLE: ReadonlySet<string> = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr'])

// Authors could write such a mark, so it must look like one of `sourceLines`.
function markedLine(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined
}

const MARK = new RegExp(`(?:${LINE_ATTRIBUTE}="|<!--${LINE_COMMENT})(\\d{1,7})`, 'g')

/**
 * Finds the 1-based source lines of offsets in the HTML of a passage, given in ascending order: the line of the last mark before
 * the offset, plus the lines of HTML since then.
 */
function createLineFinder(html: string, firstLine: number): (offset: number) => number {
  // Searched for when first asked: few passages have anything to report.
  let marks: Iterator<RegExpExecArray> | undefined
  let next: IteratorResult<RegExpExecArray> | undefined
  let line = firstLine
  let at = 0
  return (offset) => {
    marks ??= html.matchAll(MARK)
    next ??= marks.next()
    while (!next.done && next.value.index <= offset) {
      line = firstLine + Number(next.value[1]) - 1
      at = next.value.index
      next = marks.next()
    }
    for (let from = html.indexOf('\n', at); from !== -1 && from < offset; from = html.indexOf('\n', at)) {
      line += 1
      at = from + 1
    }
    return line
  }
}
