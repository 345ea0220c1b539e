import path from 'node:path'
import { type Document, openDocument } from '../../core/deck/open-document.ts'
import { collect } from '../../core/diagnostics/collect.ts'
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts'
import { fileState } from '../files/file-state.ts'
import { readText } from '../files/read-file.ts'
import { readToolOptions, toolOptionFiles } from './read-tool-options.ts'

/** A Markdown file as it was read, and the diagnostics of its front matter; without a document if it cannot be read. */
export interface ReadDocument {
  readonly document?: Document
  readonly diagnostics: readonly Diagnostic[]
}

export type ReadFile = (file: string) => ReadDocument

export interface ReaderOptions {
  /** Reads the front matter. */
  readonly open?: typeof openDocument | undefined
  /** How many files are kept: those that were read last. */
  readonly most?: number
}

/** Reads the Markdown files of a content root, each again only after it has changed. */
export function documentReader(root: string, { open = openDocument, most = Infinity }: ReaderOptions = {}): ReadFile {
  const kept = new Map<string, { readonly id: string; readonly read: ReadDocument }>()
  return (file) => {
    const states = [file, ...toolOptionFiles(file)].map((name) => fileState(path.join(root, name)))
    const id = states.map((state) => state.id).join('\n')
    const isYoung = states.some((state) => state.id !== '' && state.isYoung) || states[0]?.isYoung === true
    const known = kept.get(file)
    // The last one is at the end.
    kept.delete(file)
    if (known?.id === id) {
      kept.set(file, known)
      return known.read
    }
    const diagnostics: Diagnostic[] = []
    const report = collect(diagnostics)
    const source = readText(root, file, report)
    const read = { diagnostics, document: source && open(source, report, readToolOptions(root, file, report)) }
    if (isYoung) return read
    kept.set(file, { id, read })
    const [oldest] = kept.size > most ? kept.keys() : []
    if (oldest !== undefined) kept.delete(oldest)
    return read
  }
}
