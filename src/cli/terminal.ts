import { styleText } from 'node:util'
import type { Paint } from '../core/diagnostics/formats.ts'
import type { Diagnostic } from '../core/diagnostics/diagnostic.ts'
import { formatPage } from '../core/diagnostics/message-page.ts'
import { safeLines, safeText } from '../core/diagnostics/safe-text.ts'
import { splitOnce } from '../core/diagnostics/code-frame.ts'
import { commandLine } from './usage.ts'
import { readForFrame } from '../node/files/read-file.ts'
import { reasonOf } from '../node/files/system-errors.ts'

/** Where a command writes. Only `command` writes anything that a CI runner takes for a command. */
export interface Terminal {
  /** Results, on standard output. */
  readonly print: (line: string) => void
  /** A command of GitHub's runner, on standard output. */
  readonly command: (line: string) => void
  /** Messages for people, on standard error. */
  readonly log: (line: string) => void
  /** A line that the next one replaces; written only if standard error is a terminal. */
  readonly progress: (line: string) => void
  readonly paint: Paint
  /** Width of the terminal; missing if standard error is not one. */
  readonly columns?: number | undefined
  /** Whether standard error shows colours. */
  readonly hasColours?: boolean
}

/** A terminal of the command, which names its version to programs and servers. */
export interface VersionedTerminal extends Terminal {
  readonly version: string
}

/** Styles a result, which may go to a file or another program: only for a screen. */
export function paintResult({ paint }: Terminal): Paint {
  return process.stdout.isTTY ? paint : (_, text) => text
}

/** The folder of the decks, or what returns the text of a file that can be read. */
type Sources = string | ((file: string) => string | undefined)

/** The terminal that the process runs in. */
export function openTerminal(): Terminal {
  const { stdout, stderr } = process
  const isOpen = { stdout: true, stderr: true }
  // A reader such as head may close the pipe: ignore that. On a full disk the result is lost, which is an error.
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
    log: (line) => write('stderr', `${clear}${safe(line)}\n`),
    progress: (line) => {
      if (stderr.isTTY) write('stderr', clear + safe(line))
    },
    paint: (style, text) => (colours ? styleText(style, text) : text),
    columns: stderr.isTTY ? stderr.columns : undefined,
    hasColours: colours,
  }
}

/** Which messages are logged, and how to see the others. */
interface LogOptions {
  readonly all?: boolean | undefined
  readonly hint: string
}

/** Logs errors and warnings, sorted by file; if there are very many, only the most important. */
export function logDiagnostics(terminal: Terminal, diagnostics: readonly Diagnostic[], sources: Sources, options: LogOptions): void {
  const shown = diagnostics.filter(({ severity }) => severity !== 'info')
  logPage(terminal, shown.toSorted(byLocation), sources, options)
}

/** Logs sorted messages, each with the lines around its location. */
export function logPage(terminal: Terminal, diagnostics: readonly Diagnostic[], sources: Sources, { all = false, hint }: LogOptions): void {
  const linesOf = splitOnce(typeof sources === 'string' ? (file) => readForFrame(sources, file) : sources)
  for (const block of formatPage(diagnostics, { linesOf, paint: terminal.paint, columns: terminal.columns, all, hint })) terminal.log(block)
  const [first] = diagnostics
  if (first)
    terminal.log(`${terminal.paint('dim', `To read more about a message: ${commandLine(['explain', first.code], process.env)}`)}\n`)
}

/** How to see all messages of a command with this option. */
export const ADD_ALL = 'To see all of them, add --all.'

/** Says how to see all messages about a folder. */
export function seeAll(folder: string): string {
  return `To see all of them: ${commandLine(['check', folder, '--all'], process.env)}`
}

/** The order of messages: by file, then by line. */
export function byLocation(a: Diagnostic, b: Diagnostic): number {
  return a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0)
}
