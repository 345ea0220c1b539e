import { isUtf8 } from 'node:buffer'
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Report } from '../core/diagnostics/diagnostic.ts'
import type { SourceFile } from '../core/model.ts'
import { codeOf } from './machine-fault.ts'

const LARGEST = 4 * 1024 * 1024

/**
 * A text file of the content root with LF line ends, or `undefined` and a report where it is unreadable.
 * Text that is no UTF-8 is returned with replacement characters, for the message about it.
 */
export function readText(root: string, file: string, report: Report): SourceFile | undefined {
  let bytes: Buffer
  try {
    const handle = openSync(path.join(root, file), 'r')
    try {
      const { size } = fstatSync(handle)
      if (size > LARGEST) {
        report('deck-too-large', { file }, `${Math.ceil(size / 1024)} KB`, `${LARGEST / 1024} KB`)
        return undefined
      }
      bytes = readFileSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch (cause) {
    report('file-unreadable', { file }, codeOf(cause))
    return undefined
  }
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
    return readFileSync(path.join(root, file), 'utf8')
  } catch {
    // The message says that.
    return undefined
  }
}
