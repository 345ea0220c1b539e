import type { Terminal } from '../terminal.ts'

/** The options of `pull --pictures`. */
export interface PullPicturesOptions {
  /** Hosts whose pictures are fetched besides uploads of pads; each may be a list separated by commas. */
  readonly from?: readonly string[]
  readonly dryRun?: true
  readonly keepMetadata?: true
}

/**
 * Brings the pictures into a folder of decks that its decks still load from elsewhere. `version` is that of the package, for the user agent.
 * Returns the exit status: 0, or 1 if a picture was refused or a deck could not be written.
 */
export async function pullPicturesOf(
  folder: string,
  options: PullPicturesOptions,
  terminal: Terminal & { readonly version: string },
): Promise<number> {
  void [folder, options, terminal]
  return 0
}
