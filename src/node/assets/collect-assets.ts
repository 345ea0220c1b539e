import type { Report } from '../../core/diagnostics/diagnostic.ts'
import type { EmittedFile } from '../../core/model.ts'
import { cleanSvg } from '../../core/clean/clean-svg.ts'
import { isSvg, largestOf } from '../../core/files.ts'
import { reasonOfFile } from '../files/system-errors.ts'
import { type OpenFile, readOpen, withFileInside } from '../files/read-file.ts'

/** Most files that one deck may refer to. */
export const MOST_ASSETS = 1000

export interface CollectedAssets {
  /** The files that the site gets. */
  readonly assets: readonly string[]
  /** The SVG files among them that are new to the site, cleaned. */
  readonly drawings: readonly EmittedFile[]
}

/** Decides which of the files that decks refer to are published, and cleans SVGs, each file once. */
export function assetCollector(root: string): (assets: readonly string[], report: Report) => CollectedAssets {
  const known = new Map<string, boolean>()
  return (wanted, report) => {
    const drawings: EmittedFile[] = []
    const take = (asset: string): boolean => {
      try {
        return withFileInside(root, asset, (open) => {
          const largest = largestOf(asset)
          if (open.size > largest) {
            report('asset-too-large', { file: asset }, `${largest / 1e6} MB`)
            return false
          }
          if (isSvg(asset)) drawings.push({ path: asset, content: readSvg(open) })
          return true
        })
      } catch (cause) {
        report('file-unreadable', { file: asset }, reasonOfFile(asset, cause))
        return false
      }
    }
    const assets = wanted.filter((asset) => {
      const isTaken = known.get(asset) ?? take(asset)
      known.set(asset, isTaken)
      return isTaken
    })
    return { assets, drawings }
  }
}

// An SVG opened on its own is a document of the site's origin, so it is cleaned. A file that is not an SVG becomes an empty one.
function readSvg(file: OpenFile): string {
  return cleanSvg(readOpen(file).toString('utf8')) ?? '<svg xmlns="http://www.w3.org/2000/svg"/>'
}
