import type { Code } from '../../core/diagnostics/catalogue.ts'
import { isSvg, largestOf } from '../../core/files.ts'
import { once } from '../../core/once.ts'
import { readOpen, withFileInside } from '../files/read-file.ts'
import { sha256 } from '../files/sha256.ts'
import { reasonOfFile } from '../files/system-errors.ts'

/** Whether a site can publish a file, and if not, the message that says why. */
export type AssetState =
  | {
      /** Digest of an SVG, which is published as what cleaning makes of it. */
      readonly svg?: string | undefined
    }
  | { readonly problem: Code; readonly detail: string }

/** The states of files of a folder; each is found once. Throws `MachineFault` where no file can be read. */
export function assetStates(root: string): (file: string) => AssetState {
  return once((file) => stateOf(root, file))
}

function stateOf(root: string, file: string): AssetState {
  try {
    return withFileInside(root, file, (open) => {
      const largest = largestOf(file)
      if (open.size > largest) return { problem: 'asset-too-large', detail: `${largest / 1e6} MB` }
      return isSvg(file) ? { svg: sha256(readOpen(open)) } : {}
    })
  } catch (cause) {
    return { problem: 'file-unreadable', detail: reasonOfFile(file, cause) }
  }
}
