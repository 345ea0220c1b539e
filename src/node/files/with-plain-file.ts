import { closeSync, constants, fstatSync, openSync, type Stats } from 'node:fs'

/** Opens a plain file for as long as `work` takes. Follows no link and waits for no pipe; throws if the file is not plain. */
export function withPlainFile<T>(file: string, work: (handle: number, facts: Stats) => T): T {
  const handle = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    const facts = fstatSync(handle)
    if (!facts.isFile()) throw new Error(`${file} is not a plain file`)
    return work(handle, facts)
  } finally {
    closeSync(handle)
  }
}
