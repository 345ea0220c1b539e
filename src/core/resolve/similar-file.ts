import { nearest } from '../diagnostics/nearest.ts'

/** A file that an author may have meant. */
export interface SimilarFile {
  /** `; did you mean "a.png"?` */
  readonly hint: string
  /** Its address, if the two differ in upper and lower case only and no other file does. */
  readonly meant?: string | undefined
}

/** The file whose name is most similar to a path that does not exist: in another case, in another folder, or misspelt. */
export function similarFile(path: string, from: string, files: readonly string[]): SimilarFile | undefined {
  const folded = fold(path)
  const sameCase = files.filter((file) => fold(file) === folded)
  const [file] = sameCase
  if (file !== undefined) return describe(file, from, sameCase.length === 1)
  const name = nameOf(folded)
  const elsewhere = files.filter((other) => nameOf(fold(other)) === name)
  if (elsewhere[0] !== undefined) return elsewhere.length === 1 ? describe(elsewhere[0], from, false) : undefined
  const beside = files.filter((other) => folderOf(fold(other)) === folderOf(folded))
  const meant = beside.find((other) => stemOf(fold(other)) === stemOf(folded)) ?? misspelt(path, beside)
  return meant === undefined ? undefined : describe(meant, from, false)
}

function misspelt(path: string, files: readonly string[]): string | undefined {
  const stem = stemOf(fold(path))
  // Names that differ in their numbers alone are of different files.
  const letters = (text: string) => text.replace(/\d+/g, '0')
  const others = files.filter((file) => letters(fold(file)) !== letters(fold(path)))
  return nearest(path, others, Math.min(2, Math.floor(nameOf(stem).length / 4)))
}

function describe(file: string, from: string, isCertain: boolean): SimilarFile {
  const address = relativeTo(from, file)
  return { hint: `; did you mean "${address}"?`, meant: isCertain ? encodeAddress(address) : undefined }
}

/** The address of a file as the author of a deck would write it. */
function relativeTo(from: string, file: string): string {
  const [here, there] = [from.split('/').slice(0, -1), file.split('/')]
  let shared = 0
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/')
}

// The characters that cannot be in a Markdown address or have a meaning there.
function encodeAddress(address: string): string {
  return address.replace(/[%#?\s<>"'()\\]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
}

const fold = (path: string) => path.normalize('NFC').toLowerCase()
const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1)
const stemOf = (path: string) => path.replace(/\.\w+$/, '')
