import { placeFinder } from './deck/find-place.ts'
import type { FindPlace } from './deck/find-place.ts'
import type { Report } from './diagnostics/diagnostic.ts'
import { BACKGROUND_FRAME, offerBackgroundFrame } from './clean/background-frame.ts'
import { makeCodeLines } from './passes/code-lines.ts'
import { fillToc } from './passes/toc.ts'
import { findDiagrams } from './passes/diagrams.ts'
import { findFile, remoteAddress } from './resolve/find-file.ts'
import type { UseRemote } from './resolve/find-file.ts'
import { mendAddress } from './resolve/mend-address.ts'
import { readDirectives } from './passes/directives.ts'
import type { SlideDirective } from './passes/directives.ts'
import { resolveBackgrounds } from './resolve/resolve-backgrounds.ts'
import { resolveReferences } from './resolve/resolve-references.ts'
import type { References } from './resolve/resolve-references.ts'
import type { Sanitize, SanitizedHtml } from './clean/sanitize.ts'
import { nameHeadings } from './passes/heading-ids.ts'
import { makeMath } from './passes/math.ts'
import type { RefuseMath } from './passes/math.ts'
import { followStates, renameStates } from './clean/page-states.ts'
import { limitTex, MOST_TEX_HTML } from './markdown/limit-tex.ts'
import type { RenderTex } from './markdown/render-tex.ts'
import { makeSteps } from './passes/steps.ts'
import { makeQuoteTags } from './passes/quote-tags.ts'
import { slideTitle, topHeading } from './passes/slide-title.ts'
import { makeTaskLists } from './passes/task-lists.ts'
import { attributeOf, elementsBelow, setAttribute } from './tree.ts'
import type { RenderMarkdown } from './markdown/render-markdown.ts'
import type {
  Deck,
  Element,
  Node,
  OpenDiagram,
  OpenTag,
  OutsideLink,
  Passage,
  RenderedDeck,
  RenderedSlide,
  ShownPicture,
  Slide,
  Tree,
  WrittenSheet,
} from './model.ts'

export interface DeckContext extends Omit<References, 'from'> {
  readonly render: RenderMarkdown
  readonly sanitize: Sanitize
  readonly report: Report
  /** The owner of the site lets the deck load from other servers. */
  readonly isTrusted: boolean
  /** Missing where the deck has no formula. */
  readonly renderTex?: RenderTex
}

// Some rules of markdown take time in the square of a slide's length; the longest of 1400 real slides has 1000 characters.
const LONGEST = 100_000

/** A deck in HTML: the middle of the pipeline. Reports what is wrong and goes on. */
export function renderDeck(deck: Deck, context: DeckContext): RenderedDeck {
  const { report, render } = context
  const file = deck.source.path
  const assets = new Set<string>()
  const styles: string[] = []
  const sheets: WrittenSheet[] = []
  const openTags: OpenTag[] = []
  const pictures: ShownPicture[] = []
  const frameSources = new Set<string>()
  const diagrams: OpenDiagram[] = []
  const outside: OutsideLink[] = []
  // Most decks have nothing to be found.
  let finder: FindPlace | undefined
  const findPlace: FindPlace = (...asked) => (finder ??= placeFinder(deck, deck.source.text.split('\n')))(...asked)
  const renderTex = context.renderTex && limitTex(context.renderTex)
  let hasMath = false
  // There may be thousands below the first.
  let hasMathExcess = false
  let loadsRemote = false
  const useRemote: UseRemote = (found) => {
    const address = context.isTrusted ? remoteAddress(found) : undefined
    loadsRemote ||= address !== undefined
    return address
  }

  const renderPassage = (passage: Passage, prefix: string): { tree: Tree; directive: SlideDirective; lines: SanitizedHtml['lines'] } => {
    const tooLarge = passage.markdown.length > LONGEST
    if (tooLarge) report('slide-too-large', { file, line: passage.line }, `it has more than ${LONGEST} characters`)
    const html = tooLarge
      ? ''
      : render(passage.markdown, {
          breaks: deck.options.breaks,
          prefix,
          report: (code, line, ...details) => report(code, { file, line: passage.line + line - 1 }, ...details),
        })
    const { tree, css, lines, ...written } = context.sanitize(html, { ...passage, file }, report)
    if (css !== '') styles.push(css)
    sheets.push(...written.sheets)
    openTags.push(...written.openTags)
    const place = (node: Node) => ({ file, line: lines.get(node) ?? passage.line })
    const directive = readDirectives(tree, { report, place })
    const frame = directive.attributes[BACKGROUND_FRAME]
    if (frame !== undefined) offerBackgroundFrame(tree, frame)
    makeSteps(tree, directive.attributes['class'])
    makeTaskLists(tree)
    makeQuoteTags(tree)
    makeCodeLines(tree)
    diagrams.push(
      ...findDiagrams(tree, {
        lineOf: (element) => place(element).line,
        problem: (line, text) => report('diagram-invalid', { file, line }, text),
      }),
    )
    const refuseMath: RefuseMath = (element, why) => {
      if (why !== 'excess') return report('math-invalid', place(element), why.problem)
      if (!hasMathExcess) report('math-excess', place(element), `${MOST_TEX_HTML / 1e6} MB`)
      hasMathExcess = true
    }
    if (renderTex && makeMath(tree, renderTex, refuseMath)) hasMath = true
    resolveReferences(tree, {
      ...context,
      from: file,
      place: (element, written) => (written === undefined ? place(element) : findPlace(place(element).line, written)),
      onAsset: (path, element) => {
        assets.add(path)
        if (element.tagName === 'img') pictures.push({ path, element, line: place(element).line })
      },
      onOutside: (address, link) => outside.push({ address, place: place(link) }),
      onFrame: (source) => frameSources.add(source),
      useRemote,
    })
    return { tree, directive, lines }
  }

  const renderSlide = (slide: Slide, position: string): RenderedSlide => {
    const body = renderPassage(slide, position)
    const notes = slide.notes && renderPassage(slide.notes, `${position}-notes`)
    const place = body.directive.place ?? notes?.directive.place ?? { file, line: slide.line }
    const attributes = resolveBackgrounds(renameStates({ ...body.directive.attributes, ...notes?.directive.attributes }), {
      find: (address) => findFile(address, file, context.files),
      use: (path) => {
        assets.add(path)
        pictures.push({ path, line: place.line ?? slide.line })
        return context.urls.asset(path)
      },
      useRemote,
      refuse({ code, details }, written) {
        const at = findPlace(place.line, written)
        report(code, { ...at, edits: code === 'address-invalid' ? mendAddress(written, at) : undefined }, ...details)
      },
    })
    // Pictures of later slides are fetched when their slide comes near.
    if (position !== '0-0') for (const image of picturesOf(body.tree)) setAttribute(image, 'loading', 'lazy')
    return {
      attributes,
      tree: body.tree,
      title: slideTitle(body.tree),
      line: slide.line,
      lines: notes ? new Map([...body.lines, ...notes.lines]) : body.lines,
      ...(notes ? { notes: notes.tree } : {}),
    }
  }

  const columns = deck.columns.map((column, h) => column.map((slide, v) => renderSlide(slide, `${h}-${v}`)))
  nameHeadings(columns.flat())
  let hasTocExcess = false
  fillToc(columns, (element, { lines, line }) => {
    if (!hasTocExcess) report('toc-excess', { file, line: lines.get(element) ?? line })
    hasTocExcess = true
  })
  const title = deck.options.title || firstOf(columns.flat(), ({ tree }) => topHeading(tree)) || ''
  return {
    deck,
    title,
    columns,
    css: followStates(styles.join('\n'), columns.flat()),
    sheets,
    openTags,
    pictures,
    assets,
    frameSources,
    loadsRemote,
    hasMath,
    diagrams,
    outside,
  }
}

function picturesOf(tree: Tree): Element[] {
  return elementsBelow(tree).filter((element) => element.tagName === 'img' && attributeOf(element, 'loading') === undefined)
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}
