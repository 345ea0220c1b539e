/**
 * The existing path that an author means, whatever its Unicode normalisation: keyboards and Git compose an "ä", macOS may not.
 * Folder and name can differ in that, so four spellings are tried.
 */
export function findSpelling(written: string, paths: { readonly has: (path: string) => boolean }): string | undefined {
  if (paths.has(written)) return written
  const start = written.lastIndexOf('/') + 1
  const [folder, name] = [written.slice(0, start), written.slice(start)]
  for (const form of ['NFC', 'NFD'])
    for (const other of ['NFC', 'NFD']) {
      const path = folder.normalize(form) + name.normalize(other)
      if (paths.has(path)) return path
    }
  return undefined
}
