import { catalogue } from './catalogue.ts'
import type { Diagnostic, Report } from './diagnostic.ts'

const LONGEST_DETAIL = 200

/** A report that adds to `found`, without repeating itself. */
export function collect(found: Diagnostic[]): Report {
  const seen = new Set<string>()
  return (code, place, ...details) => {
    const { severity, message, help } = catalogue[code]
    const fill = (text: string) => text.replace(/\$(\d)/g, (_, index: string) => shorten(details[Number(index) - 1] ?? ''))
    const diagnostic: Diagnostic = { code, severity, ...place, message: fill(message), help: fill(help) }
    const key = JSON.stringify(diagnostic)
    if (seen.has(key)) return
    seen.add(key)
    found.push(diagnostic)
  }
}

function shorten(detail: string): string {
  return detail.length > LONGEST_DETAIL ? `${detail.slice(0, LONGEST_DETAIL)}…` : detail
}
