import { buildSite } from './build-site.ts'
import type { BuildOptions, BuiltSite } from './build-site.ts'
import { MachineFault } from '../files/machine-fault.ts'
import type { OutputFolder } from './output-folder.ts'

export interface PublishedSite extends BuiltSite {
  /** Path of the old site where that could not be removed. */
  readonly leftover: string | undefined
}

/**
 * Builds a site and lets it take the place of the old one, which stays where no deck could be built. Throws `MachineFault` where anything
 * cannot be written; the old site stays then, too.
 */
export async function publishSite(options: BuildOptions, output: OutputFolder): Promise<PublishedSite> {
  try {
    const built = await buildSite(options, output)
    const leftover = built.decks.length > 0 ? await output.commit(built.files) : undefined
    if (built.decks.length === 0) output.discard()
    return { ...built, leftover }
  } catch (cause) {
    output.discard()
    if (cause instanceof MachineFault) throw new MachineFault(`${cause.message}; nothing has been published`, { cause: cause.cause })
    throw cause
  }
}
