import { isUtf8 } from 'node:buffer'
import type { Report } from '../../core/diagnostics/diagnostic.ts'
import type { SourceFile } from '../../core/model.ts'
import { reasonOfFile } from './machine-fault.ts'
import { readInside, readOpen, withFileInside } from './read-inside.ts'

/** Most bytes of a text that is read. */
export const LARGEST_TEXT = 4 * 1024 * 1024

/**
 * A text file of the content root with LF line ends, or `undefined` and a report where it is unreadable.
 * Text that is not UTF-8 is returned with replacement characters, for the message about it.
 */
export function readText(root: string, file: string, report: Report): SourceFile | undefined {
  const tooLarge = (size: number): undefined => {
    report('deck-too-large', { file }, `${Math.ceil(size / 1024)} KB`, `${LARGEST_TEXT / 1024} KB`)
  }
  let bytes: Buffer | undefined
  try {
    bytes = withFileInside(root, file, (open) => (open.size > LARGEST_TEXT ? tooLarge(open.size) : readOpen(open)))
  } catch (cause) {
    report('file-unreadable', { file }, reasonOfFile(file, cause))
  }
  if (!bytes) return undefined
  const text = withLineFeeds(bytes.toString('utf8'))
  if (isUtf8(bytes)) return { path: file, text }
  const before = text.slice(0, text.indexOf('\ufffd')).split('\n')
  report('file-encoding', { file, line: before.length, column: (before.at(-1) ?? '').length + 1 })
  return undefined
}

/** Text as stages read it: with LF line ends, and without NUL, as HTML is read. */
export function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd')
}

/** The text of a file as a message about it shows it, whatever bytes it holds; nothing where it cannot be read. */
export function readForFrame(root: string, file: string): string | undefined {
  try {
    return readInside(root, file, LARGEST_TEXT).toString('utf8')
  } catch {
    // Another message reports that.
    return undefined
  }
}
