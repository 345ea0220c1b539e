import { SITE_FILE } from '../../core/config/site-file.ts'
import type { SiteOptions } from '../../core/config/site-options.ts'
import { OWN_FILES } from '../../core/outputs/own-files.ts'
import { isPicture } from '../../core/files.ts'
import type { PictureSize } from '../../core/model.ts'
import { findFile } from '../../core/resolve/find-file.ts'
import type { OpenContent } from '../content/read-content.ts'
import type { CollectedAssets } from './collect-assets.ts'

/**
 * The options of a site with the logos of it and its sponsors as paths in the site, or without those that cannot be shown; and the files that
 * the site has besides those of its decks: the logos, and texts for programs.
 */
export async function findOwnFiles({
  root,
  tree,
  options,
  report,
}: OpenContent): Promise<{ options: SiteOptions; taken: CollectedAssets }> {
  const texts = OWN_FILES.filter((file) => tree.files.has(file))
  const pathOf = (picture: string) => {
    const found = findFile(picture, { from: SITE_FILE, files: tree.files })
    if ('path' in found && isPicture(found.path)) return found.path
    report('logo-missing', { file: SITE_FILE }, picture)
    return undefined
  }
  const logo = options.logo === undefined ? undefined : pathOf(options.logo)
  const sponsors = options.sponsors.flatMap((sponsor) => {
    const path = pathOf(sponsor.logo)
    return path === undefined ? [] : [{ ...sponsor, logo: path }]
  })
  const wanted = new Set([...(logo === undefined ? [] : [logo]), ...sponsors.map((sponsor) => sponsor.logo)])
  if (wanted.size === 0) return { options: { ...options, logo, sponsors }, taken: { assets: texts, drawings: [] } }
  // Imported only here, since it loads the SVG parser, which this thread needs for nothing else.
  const { assetCollector } = await import('./collect-assets.ts')
  const { assets, drawings } = assetCollector(root)([...wanted], report)
  const shown = sponsors.filter((sponsor) => assets.includes(sponsor.logo))
  const taken = { assets: [...assets, ...texts], drawings }
  if (logo === undefined || !assets.includes(logo)) return { options: { ...options, logo: undefined, sponsors: shown }, taken }
  const { pictureFacts } = await import('./picture-facts.ts')
  const icon = isIcon(logo, pictureFacts(root)(logo).size) ? logo : undefined
  return { options: { ...options, logo, icon, sponsors: shown }, taken }
}

// A lettering would be too small to be recognised.
function isIcon(logo: string, size: PictureSize | undefined): boolean {
  return /\.(svg|png)$/i.test(logo) && size !== undefined && Math.max(size.width / size.height, size.height / size.width) <= 1.25
}
