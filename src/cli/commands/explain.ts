import { type Code, catalogue } from '../../core/diagnostics/catalogue.ts'
import { explainMessage } from '../../node/package/explain-message.ts'
import { otherCodes } from '../other-codes.ts'
import { paintResult, type Terminal } from '../terminal.ts'
import { commandLine, UsageError } from '../usage.ts'

const STYLE = { error: 'red', warning: 'yellow', info: 'cyan' } as const

/** Prints what a message means, with an example, how to fix it and how to ignore it; without a code, all codes with their messages. */
export function explain(written: string | undefined, terminal: Terminal): void {
  if (written === undefined) return listCodes(terminal)
  // As a message shows it, in brackets.
  const code = written.trim().replace(/^\[(.*)\]$/, '$1')
  if (!isCode(code)) throw new UsageError(`unknown message code "${written}"${otherCodes(code)}`)
  const paint = paintResult(terminal)
  const { severity } = catalogue[code]
  const [first = '', ...lines] = explainMessage(code)
  terminal.print(`${paint('bold', code)}\n\n${paint(STYLE[severity], severity)}${first.slice(severity.length)}`)
  terminal.print(lines.map((line) => (/^ +\d* *\||^ +→/.test(line) ? paint('dim', line) : line)).join('\n'))
  if (severity === 'error') return terminal.print('\nErrors cannot be ignored.')
  terminal.print(`
To ignore it, put one of these on a line of its own, for its slide or for the whole deck:

  <!-- hedgerow-ignore ${code} -->
  <!-- hedgerow-ignore-deck ${code} -->

For the whole site, add it to "ignore" in site.yaml.`)
}

function isCode(code: string): code is Code {
  return Object.hasOwn(catalogue, code)
}

function listCodes(terminal: Terminal): void {
  const paint = paintResult(terminal)
  const width = Math.max(...Object.keys(catalogue).map((code) => code.length))
  for (const [code, { severity, message }] of Object.entries(catalogue))
    terminal.print(`${code.padEnd(width)}  ${paint(STYLE[severity], severity.padEnd('warning'.length))}  ${message}`)
  terminal.print(`\n$1 and $2 are placeholders. To read more about a message: ${commandLine(['explain', 'asset-missing'], process.env)}`)
}
