import { type Code, catalogue } from './catalogue.ts'
import type { LinesOf } from './code-frame.ts'
import type { Diagnostic } from './diagnostic.ts'
import { formatWithPlaces, nameAtStart, type Paint } from './formats.ts'
import { countCodes, groupMessages, type MessageGroup, mostImportant } from './group-messages.ts'
import { countMessages } from './limit-messages.ts'
import { safeText } from './safe-text.ts'

/** How messages are shown on a page. */
export interface PageOptions {
  readonly linesOf: LinesOf
  readonly paint: Paint
  /** Width of the screen; missing if the output is not shown on one. */
  readonly columns: number | undefined
  /** Shows every message and place. */
  readonly all: boolean
  /** How the author gets to see all messages. */
  readonly hint: string
}

// So many messages, files of one message and lines of one file can be read at once.
const MOST_MESSAGES = 10
const MOST_FILES = 10
const MOST_LINES = 10

/** Sorted messages for people: equal ones once, and if there are very many only the most important, with the number of each code. */
export function formatPage(diagnostics: readonly Diagnostic[], options: PageOptions): readonly string[] {
  const groups = groupMessages(diagnostics)
  const isShort = options.all || groups.length <= MOST_MESSAGES
  const shown = isShort ? groups : mostImportant(groups, MOST_MESSAGES)
  const blocks = shown.map((group) => `${formatGroup(group, options)}\n`)
  return isShort ? blocks : [...blocks, `${overview(diagnostics, [shown.length, groups.length], options)}\n`]
}

function formatGroup(group: MessageGroup, { linesOf, paint, columns, all }: PageOptions): string {
  const { file } = group.first
  return formatWithPlaces(group.first, placesOf(group, all), { lines: linesOf(file), paint, columns })
}

/** The other places of a message: one line for each file. */
function placesOf({ first, files, count }: MessageGroup, all: boolean): readonly string[] {
  if (count < 2) return []
  const rest = [...files].flatMap(([file, lines]) => {
    if (file !== first.file) return [{ file, lines }]
    const others = lines.filter((line) => line !== first.line)
    return others.length > 0 ? [{ file, lines: others }] : []
  })
  const listed = all ? rest : rest.slice(0, MOST_FILES)
  const rows = listed.map(
    ({ file, lines }, index) => `${index === 0 ? 'also in' : '       '} ${safeText(nameAtStart(file))}${listLines(lines, all)}`,
  )
  const left = rest.length - listed.length
  return left > 0 ? [...rows, `        and ${left} more ${left === 1 ? 'file' : 'files'}`] : rows
}

function listLines(lines: readonly number[], all: boolean): string {
  if (lines.length === 0) return ''
  const listed = all ? lines : lines.slice(0, MOST_LINES)
  const left = lines.length - listed.length
  return `:${listed.join(', ')}${left > 0 ? `, and ${left} more` : ''}`
}

/** One line for each code, and how to see all messages. */
function overview(diagnostics: readonly Diagnostic[], [shown, different]: readonly [number, number], { paint, hint }: PageOptions): string {
  const codes = countCodes(diagnostics)
  const width = Math.max(...codes.map(({ code }) => code.length))
  const digits = String(Math.max(...codes.map(({ count }) => count))).length
  const rows = codes.map(({ code, count, files }) => {
    const where = files.length === 1 ? safeText(files[0] ?? '') : `${files.length} files`
    return `  ${colour(code, paint)}  ${code.padEnd(width)}  ${String(count).padStart(digits)} in ${where}`
  })
  const head = `${shown} of ${different} different messages are shown above. All ${countMessages(diagnostics)} by code:`
  return [paint('bold', head), ...rows, hint].join('\n')
}

const STYLE = { error: 'red', warning: 'yellow', info: 'cyan' } as const

function colour(code: Code, paint: Paint): string {
  const { severity } = catalogue[code]
  return paint(STYLE[severity], severity.padEnd('warning'.length))
}
