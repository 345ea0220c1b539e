import { codeFrame } from './code-frame.ts'
import type { Diagnostic } from './diagnostic.ts'
import { safeText } from './safe-text.ts'

/** How a piece of a message is set off on a terminal; the identity where there are no colours. */
export type Paint = (style: 'red' | 'yellow' | 'cyan' | 'dim' | 'bold', text: string) => string

const STYLE = { error: 'red', warning: 'yellow', info: 'cyan' } as const

/**
 * One message for people: place, severity, text, code frame, way out.
 * `lines` are those of the file, where it could be read.
 */
export function formatText(diagnostic: Diagnostic, lines: readonly string[] | undefined, paint: Paint): string {
  const { file, line, column, severity, message, help, code } = diagnostic
  // A file may be called like a command of a CI runner, which it reads at the beginning of a line.
  const location = [/^\w/.test(file) ? file : `./${file}`, line, column].filter((part) => part !== undefined).join(':')
  const head = `${paint('bold', safeText(location))} ${paint(STYLE[severity], severity)} ${safeText(message)} ${paint('dim', `[${code}]`)}`
  const frame = lines === undefined || line === undefined ? [] : codeFrame(lines, line, column)
  const rest = [...frame.map((row) => paint('dim', row)), paint('dim', `→ ${safeText(help)}`)]
  return [head, ...rest.map((row) => `  ${row}`)].join('\n')
}
