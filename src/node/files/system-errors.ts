const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EBUSY: 'it is in use',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'a file with that name already exists',
  EFBIG: 'it is too large',
  EINVAL: 'the system does not allow that name',
  EIO: 'the disk reports an error',
  EISDIR: 'it is a folder',
  ELOOP: 'its links form a loop',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ENFILE: 'too many files are open',
  ENOENT: 'there is no such file or folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is not a folder',
  ENOTEMPTY: 'it is not empty',
  EPERM: 'the system does not allow it',
  EROFS: 'the disk is read-only',
  ETXTBSY: 'it is in use',
}

/** Why something could not be done with a file or folder, in words, with the code of the system. */
export function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  const code = 'code' in cause ? String(cause.code) : ''
  const words = WORDS[code]
  return words === undefined ? cause.message : `${words} (${code})`
}

/** The same in one line, for messages of tools that explain themselves at length. */
export function reasonInLine(cause: unknown): string {
  return reasonOf(cause).split('\n')[0] ?? ''
}

/** The target or the machine failed, not a deck: the command ends, and existing output stays. The message says what failed. */
export class MachineFault extends Error {}

// Every other file would fail in the same way.
const CODES: ReadonlySet<string> = new Set(['EMFILE', 'ENFILE', 'ENOMEM', 'ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'ESTALE', 'ENODEV'])

/** Whether an error is the machine's, whatever file it came up with. */
export function isMachineFault(cause: unknown): boolean {
  return cause instanceof MachineFault || (cause instanceof Error && 'code' in cause && CODES.has(String(cause.code)))
}

/** Why one file alone cannot be read, in words. Throws `MachineFault` where that would stop others too, and bugs. */
export function reasonOfFile(file: string, cause: unknown): string {
  if (!(cause instanceof Error && 'code' in cause)) throw cause
  if (isMachineFault(cause)) throw new MachineFault(`${file} cannot be read: ${reasonOf(cause)}`, { cause })
  return reasonOf(cause)
}

/** Runs work on a file that Hedgerow writes. Throws `MachineFault` with `what` if the system refuses. */
export function onMachine<T>(what: string, work: () => Promise<T>): Promise<T>
export function onMachine<T>(what: string, work: () => T): T
export function onMachine<T>(what: string, work: () => T | Promise<T>): T | Promise<T> {
  const fail = (cause: unknown): never => {
    if (!(cause instanceof Error && 'code' in cause)) throw cause
    throw new MachineFault(`${what}: ${reasonOf(cause)}`, { cause })
  }
  try {
    const result = work()
    return result instanceof Promise ? result.catch(fail) : result
  } catch (cause) {
    return fail(cause)
  }
}
