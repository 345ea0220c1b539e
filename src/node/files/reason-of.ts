const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EBUSY: 'it is in use',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'there is a file of that name already',
  EFBIG: 'it is too large',
  EINVAL: 'the system does not allow that name',
  EIO: 'the disk reports an error',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead in a circle',
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
