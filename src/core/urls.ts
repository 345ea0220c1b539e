/** Makes the addresses in a page. */
export interface Urls {
  page(id: string): string
  /** The deck as a document. */
  reading(id: string): string
  /** The deck as its author wrote it. */
  source(id: string): string
  asset(path: string): string
  /** A file of the client bundle. */
  client(file: string): string
  /** The index page. */
  index(): string
}
