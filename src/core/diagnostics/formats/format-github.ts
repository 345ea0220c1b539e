import type { Diagnostic } from '../diagnostic.ts'
import { safeText } from '../safe-text.ts'

const LEVEL = { error: 'error', warning: 'warning', info: 'notice' } as const

/** A message as a command of GitHub's runner, which shows it on the line of the file. */
export function formatGithub({ file, line, column, severity, message, help, code }: Diagnostic): string {
  const location = [
    `file=${property(file)}`,
    ...(line === undefined ? [] : [`line=${line}`]),
    ...(column === undefined ? [] : [`col=${column}`]),
  ]
  return `::${LEVEL[severity]} ${[...location, `title=${code}`].join(',')}::${data(`${safeText(message)}\n${safeText(help)}`)}`
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
