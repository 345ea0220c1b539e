import { MachineFault } from '../files/system-errors.ts'
import { withTemporaryFolder } from '../files/temporary-folder.ts'
import { type BuiltSite, finishSite, type FinishOptions } from './finish-site.ts'
import { withDetailsOnDisk } from './keep-details.ts'
import { makeDecks, type MakeOptions } from './make-decks.ts'
import type { OutputFolder } from './output-folder.ts'
import { openSiteWriter } from './write-site.ts'

export type BuildOptions = MakeOptions & FinishOptions

/**
 * Writes the site of a folder of decks to `output`, with links to what is the same in its old site, and returns what was built. Throws `MachineFault` if a file
 * cannot be written.
 */
export async function buildSite(
  options: BuildOptions,
  { staging, target }: Pick<OutputFolder, 'staging'> & Partial<Pick<OutputFolder, 'target'>>,
): Promise<BuiltSite> {
  const destination = { folder: staging, writer: openSiteWriter(staging, target) }
  return withDetailsOnDisk(async (details) => finishSite(await makeDecks({ ...options, details }, destination), options, destination))
}

export type { BuiltSite } from './finish-site.ts'

export interface PublishedSite extends BuiltSite {
  /** Path of the old site where that could not be removed. */
  readonly leftover: string | undefined
}

/**
 * Builds a site and replaces the old one, which stays if no deck could be built. Throws `MachineFault` if a file
 * cannot be written; then, too, the old site stays.
 */
export function publishSite(options: BuildOptions, output: OutputFolder): Promise<PublishedSite> {
  return publish(output, () => buildSite(options, output))
}

/** Publishes what `build` writes to the folder, if `isWorth` says so; in any other case the old site stays. */
export async function publish(
  output: OutputFolder,
  build: () => Promise<BuiltSite>,
  isWorth = ({ decks }: BuiltSite): boolean => decks.length > 0,
): Promise<PublishedSite> {
  try {
    const built = await build()
    const leftover = isWorth(built) ? await output.commit(built.files) : undefined
    if (!isWorth(built)) output.discard()
    return { ...built, leftover }
  } catch (cause) {
    output.discard()
    if (cause instanceof MachineFault) throw new MachineFault(`${cause.message}; nothing has been published`, { cause: cause.cause })
    throw cause
  }
}

/** A site in a temporary folder. */
export interface TemporarySite {
  readonly folder: string
  readonly built: BuiltSite
}

/** Builds a site that `work` needs, and removes it when the work is done, has failed or is stopped. */
export function withTemporarySite<T>(options: Omit<BuildOptions, 'base'>, work: (site: TemporarySite) => Promise<T>): Promise<T> {
  return withTemporaryFolder(async (folder) => work({ folder, built: await buildSite({ ...options, base: '/' }, { staging: folder }) }))
}
