import { styleText } from 'node:util'
import { formatText, type Paint } from '../core/diagnostics/formats.ts'
import type { Diagnostic } from '../core/diagnostics/diagnostic.ts'
import { limitMessages } from '../core/diagnostics/limit-messages.ts'
import { safeLines, safeText } from '../core/diagnostics/safe-text.ts'
import { splitOnce } from '../core/diagnostics/code-frame.ts'
import { reasonOf } from '../node/files/system-errors.ts'

/** Where a command writes; only the terminal itself prints, and nothing that a runner of CI would obey, but by `command`. */
export interface Terminal {
  /** Results, on standard output. */
  readonly print: (line: string) => void
  /** A command of GitHub's runner, on standard output. */
  readonly command: (line: string) => void
  /** Messages for people, on standard error. */
  readonly tell: (line: string) => void
  /** A line that the next one replaces; nothing where nobody watches. */
  readonly progress: (line: string) => void
  readonly paint: Paint
}

/** The text of a file, where it can be read. */
type Sources = (file: string) => string | undefined

/** The terminal that the process runs in. */
export function openTerminal(): Terminal {
  const { stdout, stderr } = process
  const isOpen = { stdout: true, stderr: true }
  // Whoever reads may have seen enough, as head has: what was found stays the exit status. On a disk that is full the result is lost.
  stdout.on('error', (cause: NodeJS.ErrnoException) => {
    if (isOpen.stdout && cause.code !== 'EPIPE') {
      stderr.write(`error: the output cannot be written: ${reasonOf(cause)}\n`)
      process.once('exit', (status) => {
        if (status === 0) process.exitCode = 1
      })
    }
    isOpen.stdout = false
  })
  stderr.on('error', () => {
    isOpen.stderr = false
  })
  const write = (to: 'stdout' | 'stderr', text: string) => {
    if (isOpen[to]) process[to].write(text)
  }
  const colours = stderr.isTTY && process.env['NO_COLOR'] === undefined
  const clear = stderr.isTTY ? '\r\u001b[2K' : ''
  const safe = (lines: string) => safeLines(lines, colours)
  return {
    print: (line) => write('stdout', `${safe(line)}\n`),
    command: (line) => write('stdout', `${safeText(line)}\n`),
    tell: (line) => write('stderr', `${clear}${safe(line)}\n`),
    progress: (line) => {
      if (stderr.isTTY) write('stderr', clear + safe(line))
    },
    paint: (style, text) => (colours ? styleText(style, text) : text),
  }
}

/** Tells errors and warnings, each file's together, and of very many the first. */
export function tellDiagnostics(terminal: Terminal, diagnostics: readonly Diagnostic[], sources: Sources): void {
  const shown = diagnostics.filter(({ severity }) => severity !== 'info')
  tellInOrder(terminal, limitMessages(shown.toSorted(byPlace)), sources)
}

/** Tells messages that are in order, each with the lines around its place. */
export function tellInOrder(terminal: Terminal, diagnostics: readonly Diagnostic[], sources: Sources): void {
  const linesOf = splitOnce(sources)
  for (const diagnostic of diagnostics) terminal.tell(`${formatText(diagnostic, linesOf(diagnostic.file), terminal.paint)}\n`)
}

/** The order of messages: by file, then by line. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0)
}
