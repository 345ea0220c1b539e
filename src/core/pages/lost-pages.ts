/** The pages of decks that a site had and has no longer, by the paths of its files before and after a build. */
export function lostPages(before: readonly string[], after: readonly string[]): readonly string[] {
  const [had, has] = [new Set(before), new Set(after)]
  // A deck has a page that shows it as a document beside its own, and nothing else has.
  const isDeck = (file: string) => file.endsWith('.html') && had.has(file.replace(/html$/, 'read.html'))
  return before.filter((file) => isDeck(file) && !has.has(file)).toSorted()
}
