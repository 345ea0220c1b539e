import { SITE_FILE } from '../../core/config/site-file.ts'
import type { SiteOptions } from '../../core/config/site-options.ts'
import { OWN_FILES } from '../../core/outputs/own-files.ts'
import { isPicture } from '../../core/files.ts'
import type { PictureSize } from '../../core/model.ts'
import { findFile } from '../../core/resolve/find-file.ts'
import type { OpenContent } from '../content/read-content.ts'
import type { CollectedAssets } from './collect-assets.ts'

/**
 * The options of a site with the logo as a path in the site, or without one if it cannot be shown; and the files that the site has besides
 * those of its decks: the logo, and texts for programs.
 */
export async function findOwnFiles({
  root,
  tree,
  options,
  report,
}: OpenContent): Promise<{ options: SiteOptions; taken: CollectedAssets }> {
  const texts = OWN_FILES.filter((file) => tree.files.has(file))
  const none = { options: { ...options, logo: undefined }, taken: { assets: texts, drawings: [] } }
  if (options.logo === undefined) return none
  const found = findFile(options.logo, { from: SITE_FILE, files: tree.files })
  if (!('path' in found) || !isPicture(found.path)) {
    report('logo-missing', { file: SITE_FILE }, options.logo)
    return none
  }
  // Imported only here, since it loads the SVG parser, which this thread needs for nothing else.
  const { assetCollector } = await import('./collect-assets.ts')
  const { assets, drawings } = assetCollector(root)([found.path], report)
  if (assets.length === 0) return none
  const { pictureFacts } = await import('./picture-facts.ts')
  const icon = isIcon(found.path, pictureFacts(root)(found.path).size) ? found.path : undefined
  return { options: { ...options, logo: found.path, icon }, taken: { assets: [...assets, ...texts], drawings } }
}

// A lettering would be too small to be recognised.
function isIcon(logo: string, size: PictureSize | undefined): boolean {
  return /\.(svg|png)$/i.test(logo) && size !== undefined && Math.max(size.width / size.height, size.height / size.width) <= 1.25
}
