import path from 'node:path'
import { type Document, openDocument } from '../../core/deck/open-document.ts'
import { collect } from '../../core/diagnostics/collect.ts'
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts'
import { fileState } from '../files/file-state.ts'
import { readText } from '../files/read-text.ts'

/** A markdown file as it was read, and what is said about its front matter; without a document where it cannot be read. */
export interface ReadDocument {
  readonly document?: Document
  readonly diagnostics: readonly Diagnostic[]
}

export type ReadFile = (file: string) => ReadDocument

/** Reads the markdown files of a content root, each again only when it has changed. */
export function documentReader(root: string): ReadFile {
  const kept = new Map<string, { readonly id: string; readonly read: ReadDocument }>()
  return (file) => {
    const { id, isYoung } = fileState(path.join(root, file))
    const known = kept.get(file)
    if (known?.id === id) return known.read
    const diagnostics: Diagnostic[] = []
    const report = collect(diagnostics)
    const source = readText(root, file, report)
    const read = { diagnostics, ...(source ? { document: openDocument(source, report) } : {}) }
    if (isYoung) kept.delete(file)
    else kept.set(file, { id, read })
    return read
  }
}
