import type { AttachedPassage, Slide } from '../../model.ts'
import { type Dialect, type ForeignBody, type FrontMatterData, foldersAround, optionsSet } from '../dialect.ts'
import { cutAt, edgeText, findBlocks, type ForeignSlide, slideComment } from '../foreign-blocks.ts'
import { calloutTitle, columnWidths, DIV, divs, endPause, type OpenDiv, translateDiv } from './quarto-divs.ts'
import { titleSlide } from './quarto-title.ts'
import { readAttributes, stretchedLine, translateLine } from './quarto-inline.ts'

const KEPT = ['title', 'lang', 'author', 'date', 'description']
// Options of reveal.js whose names Quarto writes with hyphens.
const REVEAL =
  'transition controls progress center width height margin slide-number history background-transition transition-speed auto-slide loop mouse-wheel'.split(
    ' ',
  )
// It is repeated on every slide.
const LONGEST_FOOTER = 1000

// Diagrams in chunks of code.
const DRAWN: ReadonlyMap<string | undefined, string> = new Map([
  ['mermaid', 'mermaid'],
  ['dot', 'graphviz'],
])

const DARK: ReadonlySet<unknown> = new Set(['dark', 'black'])
const THEMES: ReadonlySet<unknown> = new Set([
  'beige',
  'blood',
  'dracula',
  'league',
  'moon',
  'night',
  'serif',
  'simple',
  'sky',
  'solarized',
])

/** Quarto and Pandoc with `format: revealjs`: headings make slides; divs, attributes in braces. */
export const quarto: Dialect = {
  name: 'Quarto',
  recognises: ({ data }) => revealFormat(data) !== undefined,
  options: (data) => {
    const format = revealFormat(data) ?? new Map<string, unknown>()
    const kept = KEPT.flatMap((name) => (isKnown(name, data.get(name)) ? [[name, data.get(name)] as const] : []))
    const reveal = new Map<string, unknown>([
      [
        'theme',
        themes(format)
          .map((name) => (DARK.has(name) ? 'black' : THEMES.has(name) ? name : undefined))
          .find((name) => name !== undefined) ?? 'white',
      ],
      ['center', false],
      ['slideNumber', false],
      ['width', 1050],
      ['height', 700],
    ])
    for (const name of REVEAL)
      if (format.has(name))
        reveal.set(
          name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
          numberIn(format.get(name)),
        )
    return new Map<string, unknown>([...kept, ['steps', format.get('incremental') === true], ['slideOptions', reveal]])
  },
  unsupported: (data) => {
    const format = revealFormat(data) ?? new Map<string, unknown>()
    const isBuiltIn = (name: unknown) => name === 'default' || DARK.has(name) || THEMES.has(name)
    return [
      ...themes(format)
        .filter((name) => !isBuiltIn(name))
        .map((name) => `the theme "${String(name)}"`),
      ...optionsSet(format, ['css', 'logo', 'chalkboard', 'multiplex', 'include-in-header', 'include-after-body']),
      ...optionsSet(data, ['filters', 'execute', 'bibliography']),
    ]
  },
  works:
    'slides at headings and rules, the title slide, attributes of slides, columns, notes, callouts, fragments, pauses, incremental lists, and code as text',
  // `/a.png` is in the folder of the project.
  folders: foldersAround,
  sharesDefinitions: true,
  slides: (body) => {
    const format = revealFormat(body.data)
    const level = format?.get('slide-level')
    const blocks = findBlocks(body.lines)
    const isInDiv = divs(body.lines, blocks.isCode)
    const marks = blocks.marks.filter((mark) => mark.level <= (typeof level === 'number' ? level : 2) && !isInDiv(mark.line))
    const footer = format?.get('footer')
    const isLong = typeof footer === 'string' && footer.length > LONGEST_FOOTER
    if (isLong) body.leaveOut(`a footer with more than ${LONGEST_FOOTER} characters`)
    const attached: readonly AttachedPassage[] =
      typeof footer === 'string' && !isLong ? [edgeText('footer', footer, body.lineOf('format'))] : []
    return [...titleSlide(body), ...cutAt(body, marks, blocks).map((slide) => [translateSlide(slide, body, attached)])]
  },
}

// Pandoc also reads a number in quotes.
const numberIn = (value: unknown) => (typeof value === 'string' && /^\d{1,5}(?:\.\d{1,3})?$/.test(value) ? Number(value) : value)

// Options of the format, if it is slides of reveal.js.
function revealFormat(data: FrontMatterData): FrontMatterData | undefined {
  const format = data.get('format')
  const isReveal = (name: unknown) => typeof name === 'string' && /(?:^|-)revealjs$/.test(name)
  if (isReveal(format)) return new Map()
  if (!(format instanceof Map)) return undefined
  const [, options] = [...(format as Map<unknown, unknown>)].find(([name]) => isReveal(name)) ?? []
  return options === undefined ? undefined : options instanceof Map ? (options as FrontMatterData) : new Map()
}

const isKnown = (name: string, value: unknown) =>
  name === 'date'
    ? value instanceof Date
    : typeof value === 'string' || (name === 'author' && Array.isArray(value) && value.every((item) => typeof item === 'string'))

function themes(format: FrontMatterData): readonly unknown[] {
  const theme = format.get('theme')
  return theme === undefined || theme === null ? [] : Array.isArray(theme) ? theme : [theme]
}

function translateSlide(slide: ForeignSlide, { data, leaveOut }: ForeignBody, attached: readonly AttachedPassage[]): Slide {
  const isStretched = revealFormat(data)?.get('auto-stretch') !== false
  const { lines, firstLine, isCode } = slide
  // A slide that only has the title of a part.
  const isPart = /^#\s/.test(lines.find((line) => line.trim() !== '') ?? '')
  const kind = `hedgerow-quarto${isPart ? ' center' : ''}`
  const own: AttachedPassage[] = [
    { markdown: slideComment({ class: kind, style: 'text-align: left' }), line: firstLine, position: 'before' },
    ...attached,
  ]
  const notes: { line: number; lines: string[] } = { line: 0, lines: [] }
  const open: OpenDiv[] = []
  const isInDiv = divs(lines, isCode)
  const stretched = isStretched ? stretchedLine(lines, (index) => isCode(index) || isInDiv(index)) : undefined
  const skipped = new Set<number>()
  for (const [index, line] of lines.entries()) {
    if (skipped.has(index)) continue
    if (isCode(index)) {
      const [, mark, language] = /^(\s*`{3,})\s*\{([\w-]+)[^{}]*\}\s*$/.exec(line) ?? []
      if (mark !== undefined) {
        if (!DRAWN.has(language)) leaveOut('code that is run')
        let from = index
        // Options of the code are not shown: the block starts below them.
        while (isCode(from + 1) && /^\s*(?:#|\/\/|--|%%)\|/.test(lines[from + 1] ?? '')) {
          lines[from] = ''
          from += 1
          skipped.add(from)
        }
        lines[from] = `${mark}${DRAWN.get(language) ?? language}`
      }
    } else {
      const div = DIV.exec(line)
      if (div) {
        const title = calloutTitle(div)
        const closes = div[2] === undefined && div[3] === undefined
        const pause = closes ? endPause(lines, index, open) : 'none'
        const closed = closes ? open.at(-1) : undefined
        const columns = closed && columnWidths(closed)
        if (closed && columns !== undefined) lines[closed.index] = columns
        lines[index] = translateDiv(div, index, open, leaveOut)
        if (pause === 'here') {
          const isFree = lines[index] === ''
          if (isFree || (lines[index + 1] ?? '-').trim() === '') lines[isFree ? index : index + 1] = ':::'
          else leaveOut('pauses (". . .") without an empty line around the end of the div')
          if (!isFree) skipped.add(index + 1)
        }
        // The title goes on the line above, so that all lines keep their numbers.
        if (title !== undefined && index > 0 && (lines[index - 1] ?? '').trim() === '') lines[index - 1] = `**${title}**`
        else if (title !== undefined) leaveOut(`the title "${title}"`)
      } else if (/^\. \. \.\s*$/.test(line) && (lines[index - 1] ?? '').trim() === '' && (lines[index + 1] ?? '').trim() === '') {
        endPause(lines, index, open)
        open.push({ kind: 'pause', index, widths: [] })
        lines[index] = ':::fragment'
      } else if (/^\s*\. \. \.\s*$/.test(line)) {
        leaveOut('pauses (". . .") in lists')
        lines[index] = ''
      } else {
        const heading = /^(#{1,6}\s.*)\{([^{}]*)\}\s*$/.exec(line)
        if (heading) {
          lines[index] = (heading[1] ?? '').trimEnd()
          const attributes = readAttributes(heading[2] ?? '')
          const classes = [kind, ...(attributes['class'] === undefined ? [] : [attributes['class']])].join(' ')
          own.push({ markdown: slideComment({ ...attributes, class: classes }), line: firstLine + index, position: 'before' })
        }
        const text = translateLine(lines[index] ?? '', leaveOut)
        lines[index] = index === stretched ? `${text} <!-- .element: class="r-stretch" -->` : text
      }
    }
    if (!open.some(({ kind }) => kind === 'notes')) continue
    if (notes.line === 0) notes.line = firstLine + index
    notes.lines.push(lines[index] ?? '')
    lines[index] = ''
  }
  const end = open.at(-1)?.kind === 'pause' ? '\n:::' : ''
  return {
    markdown: lines.join('\n') + end,
    line: firstLine,
    notes: notes.line === 0 ? undefined : { markdown: notes.lines.join('\n'), line: notes.line },
    attached: own,
  }
}
