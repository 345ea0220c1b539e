/** What the files that publish a folder of decks depend on. */
export interface ForgeFacts {
  /** The release that the files run; see `thisRelease`. */
  readonly release: { readonly version: string; readonly repository: string; readonly commit: string; readonly tarball: string }
  /** Folder of decks, from the root of the repository; "." is the root. */
  readonly folder: string
  /** Branch that is published. */
  readonly branch: string
  /** Whether decks came from pads, so that they are also pulled on a schedule. */
  readonly pads?: boolean
}

/** A file of a repository. */
export interface ForgeFile {
  /** Path from the root of the repository. */
  readonly path: string
  readonly text: string
}

/** When pads are pulled: on working days, not at a full hour, when many others start. */
export const PULL_TIME = '17 4 * * 1-5'
