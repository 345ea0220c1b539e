import { chmodSync, constants, copyFileSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { onMachine } from '../files/machine-fault.ts'

/** Writes the files of a site and keeps account of them. Each call throws `MachineFault` where the file cannot be written. */
export interface SiteWriter {
  /** Paths of the files that have been written, and their sizes in bytes. */
  readonly files: ReadonlyMap<string, number>
  readonly write: (file: { readonly path: string; readonly content: string | Uint8Array }) => void
  /** Copies a file that can be read, unless the site has one at that path. */
  readonly copy: (from: string, file: string) => void
}

/** Opens a folder, which exists, for the files of a site. */
export function openSiteWriter(folder: string): SiteWriter {
  const files = new Map<string, number>()
  const put = (file: string, work: (target: string) => void) => {
    const target = path.join(folder, file)
    onMachine(`${file} cannot be written`, () => {
      mkdirSync(path.dirname(target), { recursive: true })
      work(target)
    })
  }
  return {
    files,
    write({ path: file, content }) {
      put(file, (target) => writeFileSync(target, content))
      files.set(file, Buffer.byteLength(content))
    },
    copy(from, file) {
      if (files.has(file)) return
      put(file, (target) => {
        copyFileSync(from, target, constants.COPYFILE_FICLONE)
        // A server that is another user reads it, whatever its source allows.
        chmodSync(target, 0o644)
      })
      files.set(file, statSync(from).size)
    },
  }
}
