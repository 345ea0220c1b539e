import { readableAddress } from '../shared/decode-address.ts'
import { catalogue } from './catalogue.ts'
import type { Diagnostic, Report } from './diagnostic.ts'
import { MOST_KEPT, omission } from './limit-messages.ts'

const LONGEST_DETAIL = 200

/** A report that adds to `found`, without duplicates; beyond the limit for a code and file it only counts. */
export function collect(found: Diagnostic[]): Report {
  const seen = new Set<string>()
  const kept = new Map<string, number>()
  // The indices in `found` of the messages that count.
  const omissions = new Map<string, number>()
  const omit = (kind: string, file: string, code: keyof typeof catalogue) => {
    const index = omissions.get(kind) ?? found.length
    omissions.set(kind, index)
    found[index] = omission(file, code, (found[index]?.omitted ?? 0) + 1)
  }
  return (code, location, ...details) => {
    const { severity, message, help } = catalogue[code]
    const kind = `${code} ${location.file}`
    const count = kept.get(kind) ?? 0
    // Errors determine the exit status, and there are few of them.
    if (count >= MOST_KEPT && severity !== 'error') return omit(kind, location.file, code)
    const fill = (text: string) => text.replace(/\$(\d)/g, (_, index: string) => shorten(details[Number(index) - 1] ?? ''))
    const diagnostic: Diagnostic = { code, severity, ...location, message: readableAddress(fill(message)), help: fill(help) }
    const key = JSON.stringify(diagnostic)
    if (seen.has(key)) return
    seen.add(key)
    kept.set(kind, count + 1)
    found.push(diagnostic)
  }
}

function shorten(detail: string): string {
  return detail.length > LONGEST_DETAIL ? `${detail.slice(0, LONGEST_DETAIL)}…` : detail
}
