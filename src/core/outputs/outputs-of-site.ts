import type { SiteOptions } from '../config/site-options.ts'
import { siteOutputs } from './site-outputs.ts'

/** Files that a site would have if its options had what they need. */
export function missingOutputs(options: SiteOptions): readonly string[] {
  return siteOutputs.filter(({ needs, isWanted }) => needs !== undefined && !isWanted(options)).flatMap(({ paths }) => paths)
}
