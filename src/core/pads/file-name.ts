/**
 * The name for a file beside its deck: the server's own, of safe characters, different from all of `taken` also in upper and
 * lower case. `type` is the ending that its bytes ask for, without the dot, for an address that has none or another.
 */
export function fileNameFor(url: string, taken: ReadonlySet<string>, type: string): string {
  return taken.has(url) ? `${url}.${type}` : url
}
