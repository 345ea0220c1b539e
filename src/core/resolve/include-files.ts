import { type BlockFinder, blockFinder, protectedBlocks } from '../deck/protected-blocks.ts'
import type { Document } from '../deck/open-document.ts'
import { readFrontMatter } from '../deck/read-front-matter.ts'
import type { Diagnostic, Edit, Report } from '../diagnostics/diagnostic.ts'
import { isMarkdown } from '../files.ts'
import { findPages, joinPage, pageAddress } from './slidev-pages.ts'
import { resolvePath } from './resolve-path.ts'

const INCLUDE = /^ {0,3}\{%\s*include\s+(["']?)([^"'%\s](?:[^"'%]*[^"'%\s])?)\1\s*%\}\s*$/
// A guard against decks that are built to be large.
const MOST_CHARACTERS = 1_000_000
const MOST_FILES = 200
const DEEPEST = 5

/** The text of a file of the decks folder, or why it cannot be included. */
export type ReadIncluded = (path: string) => { readonly text: string } | { readonly problem: string }

/** A deck with the text of the files that it includes. */
export interface IncludedDeck {
  readonly document: Document
  /** Paths of the files, also of those that could not be read. */
  readonly files: readonly string[]
  /** A message about a line of the deck with its place in the file from which the line comes. */
  readonly toSource: (message: Diagnostic) => Diagnostic
  /** The line of the deck's own file to which a line belongs. */
  readonly ownLine: (line: number) => number
}

/** A line, the file and line from which it comes, and the line of the deck's own file that includes it. */
interface Line {
  readonly text: string
  readonly file: string
  readonly line: number
  readonly own: number
}

interface Part {
  readonly file: string
  readonly lines: readonly string[]
  readonly firstLine: number
  /** The line of the deck's own file that includes this file; missing for the deck. */
  readonly own?: number
  /** The files around this one. */
  readonly around: readonly string[]
}

/**
 * Replaces `{%include ./part.md %}` by the text of the file, and `{%include ./code.js %}` by a block of code; alone in a block of
 * code, by the text of any file. Paths are relative to the file with the line. In a deck of Slidev, replaces slides with `src`.
 */
export function includeFiles(document: Document, read: ReadIncluded, report: Report): IncludedDeck {
  const { source, frontMatter } = document
  const { body, bodyLine } = frontMatter
  const [files, folders] = [new Set<string>(), new Set<string>()]
  const hasPages = document.options.dialect === 'Slidev' && /^src:/m.test(source.text)
  if (!/\{%\s*include\s/.test(body) && !hasPages) return { document, files: [], toSource: (message) => message, ownLine: (line) => line }
  let length = 0
  let count = 0

  const textOf = (address: string, { file, around }: Part): { path: string; text: string } | { problem: string } => {
    const path = resolvePath(address, file)
    if (path === undefined || path.split('/').includes('node_modules')) return { problem: 'it is not in the decks folder' }
    if (path === file || around.includes(path)) return { problem: 'it includes itself' }
    if (around.length >= DEEPEST) return { problem: `files are included more than ${DEEPEST} levels deep` }
    files.add(path)
    count += 1
    if (count > MOST_FILES) return { problem: `the deck includes more than ${MOST_FILES} files` }
    const found = read(path)
    if ('problem' in found) return found
    length += found.text.length
    if (length > MOST_CHARACTERS) return { problem: `the deck includes more than ${MOST_CHARACTERS} characters` }
    return { path, text: found.text.replace(/\n$/, '') }
  }

  const expandPages = (part: Part): Line[] => {
    const lines: Line[] = []
    let next = 0
    const own = (index: number) => part.own ?? part.firstLine + index
    const keep = (to: number) => {
      for (; next < to; next += 1)
        lines.push({ text: part.lines[next] ?? '', file: part.file, line: part.firstLine + next, own: own(next) })
    }
    for (const page of findPages(part, part.own === undefined ? frontMatter.data : new Map())) {
      const location = { file: part.file, line: part.firstLine + page.addressLine }
      keep(page.from)
      next = page.to
      if (page.isHidden) continue
      const found = isMarkdown(page.address)
        ? textOf(pageAddress(page.address, source.path), part)
        : { problem: 'it is not a Markdown file' }
      if ('problem' in found) {
        report('include-failed', location, page.address, found.problem)
        continue
      }
      folders.add(found.path.split('/').slice(0, -1).join('/'))
      const around = [...part.around, part.file]
      const text = found.text.split('\n')
      const below = expandPages({ file: found.path, lines: text, firstLine: 1, own: own(page.addressLine), around })
      const added = (line: string): Line => ({ ...location, text: line, own: own(page.addressLine) })
      lines.push(...joinPage(page.kept, below, added))
    }
    keep(part.lines.length)
    return lines
  }

  const expand = (part: Part): Line[] => {
    const blockAround = blockFinder(protectedBlocks(part.lines))
    return part.lines.flatMap((text, index) => {
      const line = part.firstLine + index
      const here: Line = { text, file: part.file, line, own: part.own ?? line }
      const address = INCLUDE.exec(text)?.[2]
      const kind = address === undefined ? undefined : kindOf(address, part.lines, index, blockAround)
      if (address === undefined || kind === undefined) return [here]
      const found = textOf(address, part)
      const problem =
        'problem' in found ? found.problem : kind === 'content' ? closingProblem(part.lines[index - 1] ?? '', found.text) : undefined
      if (problem !== undefined || 'problem' in found) {
        report('include-failed', { file: part.file, line }, address, problem ?? '')
        return [here]
      }
      if (kind === 'markdown') {
        const below = readFrontMatter(found, () => undefined)
        const around = [...part.around, part.file]
        return expand({ file: found.path, lines: below.body.split('\n'), firstLine: below.bodyLine, own: here.own, around })
      }
      const content = found.text.split('\n').map((code, at) => ({ text: code, file: found.path, line: at + 1, own: here.own }))
      if (kind === 'content') return content
      const fence = '`'.repeat(Math.max(3, ...(found.text.match(/`+/g) ?? []).map((run) => run.length + 1)))
      const language = /\.([\w+-]+)$/.exec(found.path)?.[1] ?? ''
      return [{ ...here, text: fence + language }, ...content, { ...here, text: fence }]
    })
  }

  const lines = (hasPages ? expandPages : expand)({ file: source.path, lines: body.split('\n'), firstLine: bodyLine, around: [] })
  const whole = lines.map(({ text }) => text).join('\n')
  const lineAt = (line: number) => lines[line - bodyLine]
  return {
    document: {
      ...document,
      folders: [...folders].filter((folder) => folder !== ''),
      source: { ...source, text: source.text.slice(0, source.text.length - body.length) + whole },
      frontMatter: { ...frontMatter, body: whole },
    },
    files: [...files],
    toSource: (message) => (message.file === source.path ? moved(message, lineAt) : message),
    ownLine: (line) => lineAt(line)?.own ?? line,
  }
}

type Kind = 'markdown' | 'code' | 'content'

// Templates of other programs have such lines, too; only one with "./" is meant in a block of code, or for a file that is not Markdown.
function kindOf(address: string, lines: readonly string[], index: number, blockAround: BlockFinder): Kind | undefined {
  const block = blockAround(index)
  const isRelative = /^\.{1,2}\//.test(address)
  if (!block && isMarkdown(address)) return 'markdown'
  if (!isRelative) return undefined
  if (!block) return 'code'
  return block.kind === 'a code block' && block.from === index - 1 && block.to === index + 1 && lines.length > index ? 'content' : undefined
}

function closingProblem(opening: string, text: string): string | undefined {
  const mark = /`{3,}|~{3,}/.exec(opening)?.[0] ?? '```'
  const closes = new RegExp(`^ {0,3}\\${mark[0]}{${mark.length},}\\s*$`, 'm')
  return closes.test(text) ? `it contains "${mark}", which ends the block; use more of them around it` : undefined
}

function moved(message: Diagnostic, lineAt: (line: number) => Line | undefined): Diagnostic {
  const to = message.line === undefined ? undefined : lineAt(message.line)
  if (!to) return message
  const edits = to.file === message.file ? message.edits?.map((edit) => movedEdit(edit, message.file, lineAt)) : undefined
  const isWhole = edits?.every((edit) => edit !== undefined) ?? false
  return { ...message, file: to.file, line: to.line, edits: isWhole ? edits?.filter((edit) => edit !== undefined) : undefined }
}

// Only if all that it replaces is in the file.
function movedEdit(edit: Edit, file: string, lineAt: (line: number) => Line | undefined): Edit | undefined {
  const first = lineAt(edit.line)
  const count = edit.was.split('\n').length
  const isThere = Array.from({ length: count }, (_, index) => lineAt(edit.line + index)).every((line) => !line || line.file === file)
  if (!first) return edit
  return isThere ? { ...edit, line: first.line } : undefined
}
