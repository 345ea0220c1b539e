import { withTemporaryFolder } from '../files/temporary-folder.ts'
import { type BuildOptions, buildSite, type BuiltSite } from './build-site.ts'

/** A site in a folder of its own that goes away. */
export interface TemporarySite {
  readonly folder: string
  readonly built: BuiltSite
}

/** Builds a site of which only something else is kept, and removes it when the work is done, has failed or is stopped. */
export function withTemporarySite<T>(options: Omit<BuildOptions, 'base'>, work: (site: TemporarySite) => Promise<T>): Promise<T> {
  return withTemporaryFolder(async (folder) => work({ folder, built: await buildSite({ ...options, base: '/' }, { staging: folder }) }))
}
