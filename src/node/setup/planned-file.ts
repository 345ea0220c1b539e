/** A file that is missing. */
export interface PlannedFile {
  /** Path from the root of the project. */
  readonly path: string
  readonly text: string
  readonly reason: string
}
