import { statSync } from 'node:fs'
import path from 'node:path'
import { OUTPUT_MARK } from '../content/discover.ts'
import { filesBelow } from '../files/files-below.ts'
import { MachineFault } from '../files/machine-fault.ts'

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
