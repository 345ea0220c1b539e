import { renameStates } from './clean/page-states.ts'
import type { Sanitize } from './clean/sanitize.ts'
import { DIAGRAM_CLASS } from './markdown/extensions/diagram.ts'
import type { RenderMarkdown } from './markdown/render-markdown.ts'
import type { Element, OpenTag, Passage, RenderedSlide, Slide, WrittenSheet, Tree } from './model.ts'
import { readDirectives } from './passes/directives.ts'
import { nothingFound, type PassContext } from './passes/pass.ts'
import { passagePasses } from './passes/passes.ts'
import { removeNotes, takeNotes } from './passes/take-notes.ts'
import { resolveBackgrounds } from './resolve/resolve-backgrounds.ts'
import type { PassageTree } from './resolve/reference-context.ts'
import { BACKGROUND_ALT } from './shared/background.ts'
import { append, attributeOf, elementsBelow, hasClass, textOf } from './tree.ts'

export interface SlideContext extends PassContext {
  readonly render: RenderMarkdown
  readonly sanitize: Sanitize
  readonly breaks: boolean
  /** The tool for which the deck was written, if it is not HedgeDoc. */
  readonly dialect: string | undefined
  /** Language of `words`. */
  readonly lang: string
  /** Leaves the notes out, with what only they show. */
  readonly withoutNotes?: true
  /** Collects the style sheets and unclosed tags of the deck. */
  readonly written: {
    /** Cleaned and scoped. */
    readonly css: string[]
    readonly sheets: WrittenSheet[]
    readonly openTags: OpenTag[]
  }
}

// Some rules of markdown-it are quadratic in the length of a slide; the longest of 1400 real slides has 1000 characters.
const LONGEST = 100_000
const LONGEST_TITLE = 80

/** Renders a slide. `position` makes the ids of its footnotes unique in the page. */
export function renderSlide(slide: Slide, position: string, context: SlideContext): RenderedSlide {
  const attached = (slide.attached ?? []).map((passage, index) => ({
    ...renderPassage(passage, `${position}-attached${index}`, context),
    position: passage.position,
  }))
  const body = renderPassage(slide, position, context)
  const notes = slide.notes && renderPassage(slide.notes, `${position}-notes`, contextOfNotes(context))
  const line =
    body.directiveLine ?? notes?.directiveLine ?? attached.findLast(({ directiveLine }) => directiveLine)?.directiveLine ?? slide.line
  const attributes = renameStates(Object.assign({}, ...attached.map((passage) => passage.attributes), body.attributes, notes?.attributes))
  const spoken = takeNotes(body.tree, context.withoutNotes ? undefined : notes?.tree)
  const title = slideTitle(body.tree) || (attributes[BACKGROUND_ALT] ?? '').trim()
  const passages = [...attached, body, ...(notes ? [notes] : [])]
  // A passage with directives only has no content.
  const shown = attached.filter(({ tree }) => textOf(tree) !== '' || elementsBelow(tree).length > 1)
  if (shown.length > 0) {
    const nodesAt = (at: 'before' | 'after') => shown.filter((passage) => passage.position === at).flatMap(({ tree }) => tree.childNodes)
    append(body.tree, [...nodesAt('before'), ...body.tree.childNodes, ...nodesAt('after')])
  }
  return {
    attributes: resolveBackgrounds({ attributes, line }, context),
    tree: body.tree,
    notes: spoken,
    title,
    line: slide.line,
    lines: passages.length === 1 ? body.lines : new Map(passages.flatMap(({ lines }) => [...lines])),
  }
}

// Notes that are left out still have the directives and style sheets of their slide.
function contextOfNotes(context: SlideContext): SlideContext {
  const own = { ...context, stepsInLists: false }
  return context.withoutNotes ? { ...own, found: nothingFound(), useRemote: () => undefined } : own
}

function renderPassage(passage: Passage, prefix: string, context: SlideContext) {
  const { from: file, report, render, sanitize, breaks, lang, written } = context
  const isTooLarge = passage.markdown.length > LONGEST
  if (isTooLarge) report('slide-too-large', { file, line: passage.line }, `it has more than ${LONGEST} characters`)
  const html = isTooLarge
    ? ''
    : render(passage.markdown, {
        breaks,
        prefix,
        lang,
        withoutNotes: context.withoutNotes,
        report: (code, line, ...details) => report(code, { file, line: passage.line + line - 1 }, ...details),
      })
  const { tree, css, lines, sheets, openTags } = sanitize(html, { ...passage, file }, report)
  if (css !== '') written.css.push(css)
  written.sheets.push(...sheets)
  written.openTags.push(...openTags)
  const passageTree: PassageTree = { tree, locationOf: (node) => ({ file, line: lines.get(node) ?? passage.line }) }
  const { attributes, location } = readDirectives(passageTree, report, context.dialect)
  // Before the passes find what they refer to.
  if (context.withoutNotes) removeNotes(tree)
  for (const pass of passagePasses) pass({ ...passageTree, attributes }, context)
  return { tree, lines, attributes, directiveLine: location?.line }
}

/** A slide's first heading, else its first words; empty on a slide without text. */
function slideTitle(tree: Tree): string {
  const heading = elementsBelow(tree).find(({ tagName }) => /^h[1-6]$/.test(tagName))
  const text = (heading && textOf(heading, isUnread)) || textOf(tree, isUnread)
  if (text.length <= LONGEST_TITLE) return text
  return `${text.slice(0, LONGEST_TITLE).replace(/\s+\S*$/, '')}…`
}

// A formula is there three times, and a diagram has its source.
function isUnread(element: Element): boolean {
  return element.tagName === 'annotation' || attributeOf(element, 'aria-hidden') === 'true' || hasClass(element, DIAGRAM_CLASS)
}

/** The text of the first top-level heading, if it is on one line. */
export function topHeading(tree: Tree): string | undefined {
  const heading = elementsBelow(tree).find(({ tagName }) => tagName === 'h1')
  if (!heading || elementsBelow(heading).some(({ tagName }) => tagName === 'br')) return undefined
  return textOf(heading, isUnread) || undefined
}
