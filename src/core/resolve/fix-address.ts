import type { Edit, SourceLocation } from '../diagnostics/diagnostic.ts'
import { replaceAt } from '../diagnostics/edit.ts'
import { readAddress } from '../clean/address.ts'

/** Replaces markdown by the address in it, where only an address is allowed. */
export function fixAddress(written: string, { line, column }: SourceLocation): readonly Edit[] | undefined {
  const inner = /^!?\[[^\]]*\]\(\s*<?([^\s()<>]+)>?\s*\)$/.exec(written)?.[1]
  if (inner === undefined || line === undefined || column === undefined) return undefined
  const { kind } = readAddress(inner)
  return kind === 'local' || kind === 'remote' ? [replaceAt(line, column, [written, inner])] : undefined
}
