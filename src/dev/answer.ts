import path from 'node:path'
import { contentType } from '../core/files.ts'
import type { EmittedFile } from '../core/model.ts'
import { withFileInside } from '../node/files/read-file.ts'

/** The answer to a request: a page, some content, or the path of a file to send. */
export type Answer =
  | { readonly status: number; readonly html: string }
  | { readonly status: 200; readonly content: string | Uint8Array; readonly type: string }
  | { readonly status: 200; readonly file: string }

/** The answer that is a file of the site. */
export function answerWith({ path: file, content }: EmittedFile): Answer {
  const isPage = file.endsWith('.html') && typeof content === 'string'
  return isPage ? { status: 200, html: content } : { status: 200, content, type: contentType(file) }
}

/** The path of a file below the root; `undefined` if it has changed since its deck was made, into a link to somewhere outside for example. */
export function assetFile(root: string, wanted: string): string | undefined {
  try {
    return withFileInside(root, wanted, () => path.join(root, wanted))
  } catch {
    return undefined
  }
}
