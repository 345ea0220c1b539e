import { chmodSync, constants, copyFileSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { OUTPUT_MARK } from '../content/discover.ts'
import { filesBelow } from '../files/files-below.ts'
import { MachineFault, onMachine } from '../files/machine-fault.ts'

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

/** Checks that a folder holds these files, by path with their sizes in bytes, and no others. Throws `MachineFault` where it does not. */
export function verifyFiles(staging: string, files: ReadonlyMap<string, number>): void {
  const found = new Set(filesBelow(staging).filter((file) => file !== OUTPUT_MARK))
  for (const [file, size] of files) {
    const bytes = found.delete(file) ? statSync(path.join(staging, file)).size : undefined
    if (bytes === size) continue
    const what = bytes === undefined ? 'is missing' : `has ${bytes} bytes, not ${size}`
    throw new MachineFault(`${file} ${what} in the folder that was written; the disk may be faulty, or another program changes its files`)
  }
  for (const file of found) throw new MachineFault(`${file} is in the folder that was written, and no part of the site`)
}
