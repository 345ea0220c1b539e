import type { Report } from '../../core/diagnostics/diagnostic.ts'
import type { EmittedFile } from '../../core/model.ts'
import { cleanSvg } from '../../core/clean/clean-svg.ts'
import { largestOf } from '../../core/files.ts'
import { readInside } from '../files/read-file.ts'
import { sha256 } from '../files/sha256.ts'
import { reasonOfFile } from '../files/system-errors.ts'
import { type AssetState, assetStates } from './asset-state.ts'

/** Most files that one deck may refer to. */
export const MOST_ASSETS = 1000

export interface CollectedAssets {
  /** The files that the site gets. */
  readonly assets: readonly string[]
  /** The SVG files among them that are new to the site, cleaned. */
  readonly drawings: readonly Drawing[]
}

/** A cleaned SVG file. */
export interface Drawing extends EmittedFile {
  /** Of the file from which it was made. */
  readonly digest: string
}

/** Decides which of the files that a deck refers to are published. */
export type CollectAssets = (assets: readonly string[], report: Report, stateOf?: (file: string) => AssetState) => CollectedAssets

/** Opens a collector of files, which cleans each SVG once. */
export function assetCollector(root: string): CollectAssets {
  const states = assetStates(root)
  const cleaned = new Set<string>()
  return (wanted, report, stateOf = states) => {
    const drawings: Drawing[] = []
    const assets = wanted.filter((file) => {
      const state = stateOf(file)
      if ('problem' in state) {
        report(state.problem, { file }, state.detail)
        return false
      }
      if (state.svg === undefined || cleaned.has(file)) return true
      try {
        drawings.push({ path: file, content: readSvg(root, file, state.svg), digest: state.svg })
      } catch (cause) {
        report('file-unreadable', { file }, reasonOfFile(file, cause))
        return false
      }
      cleaned.add(file)
      return true
    })
    return { assets, drawings }
  }
}

// An SVG opened on its own is a document of the site's origin, so it is cleaned. A file that is not an SVG becomes an empty one.
function readSvg(root: string, file: string, digest: string): string {
  const bytes = readInside(root, file, largestOf(file))
  // What is kept of the deck says that it shows the file with this digest.
  if (sha256(bytes) !== digest) throw Object.assign(new Error('it changed while it was being read'), { code: 'CHANGED' })
  return cleanSvg(bytes.toString('utf8')) ?? '<svg xmlns="http://www.w3.org/2000/svg"/>'
}
