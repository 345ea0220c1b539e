import { openCache } from '../cache.ts'

/** PDFs of earlier runs, by all that they were made of. */
export interface PdfCache {
  readonly read: (of: readonly string[]) => Buffer | undefined
  readonly write: (of: readonly string[], pdf: Buffer) => void
}

// A thousand decks.
const BYTES = 1_000_000_000

/** Keeps PDFs in a folder, which need not exist. */
export function openPdfCache(folder: string): PdfCache {
  return openCache(folder, BYTES)
}
