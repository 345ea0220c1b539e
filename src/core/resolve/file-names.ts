/** Paths of files, of which some can be looked up without looking at all. */
export interface FileNames extends Iterable<string> {
  readonly has: (path: string) => boolean
}
