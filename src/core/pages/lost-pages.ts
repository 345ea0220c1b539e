import { pagePath, readingPath, singlePath } from './relative-urls.ts'

/** The pages, PDFs and single files of decks that a site had and has no longer, by the paths of its files before and after a build. */
export function lostPages(before: readonly string[], after: readonly string[]): readonly string[] {
  const [had, has] = [new Set(before), new Set(after)]
  const ids = before.filter((file) => file.endsWith('.html')).map((file) => file.slice(0, -'.html'.length))
  // A deck has a page that shows it as a document beside its own, and nothing else has.
  const decks = ids.filter((id) => had.has(readingPath(id)))
  const files = decks.flatMap((id) => [pagePath(id), `${id}.pdf`, singlePath(id)])
  return files.filter((file) => had.has(file) && !has.has(file)).toSorted()
}
