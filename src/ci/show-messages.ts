import type { Diagnostic } from '../core/diagnostics/diagnostic.ts'
import { formatGithub, formatLine } from '../core/diagnostics/formats.ts'
import { countMessages, limitMessages } from '../core/diagnostics/limit-messages.ts'
import type { Terminal } from '../cli/terminal.ts'
import { plural } from '../cli/usage.ts'
import type { FailOn, Settings } from './settings.ts'

const ORDER = ['error', 'warning', 'info']

/** Shows messages at their lines, or in the log. Errors come first, since GitHub shows only ten of a kind. */
export function showMessages(found: readonly Diagnostic[], { isGithub }: Pick<Settings, 'isGithub'>, terminal: Terminal): void {
  const shown = limitMessages(found).toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity))
  for (const diagnostic of shown) {
    if (isGithub) terminal.command(formatGithub(diagnostic))
    else terminal.print(formatLine(diagnostic))
  }
}

/** The exit status for a build: 1 if it has what the workflow fails on. */
export function statusOf(found: readonly Diagnostic[], failOn: FailOn, terminal: Terminal): 0 | 1 {
  const [errors, warnings] = [countMessages(found, 'error'), countMessages(found, 'warning')]
  terminal.log(`${plural(errors, 'error')}, ${plural(warnings, 'warning')}; fails on: ${failOn}`)
  if (failOn === 'never') return 0
  return errors > 0 || (failOn === 'warnings' && warnings > 0) ? 1 : 0
}
