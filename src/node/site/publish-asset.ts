import { conversionOf, kindOf } from '../../core/files.ts'
import { stripMetadata } from '../assets/strip-metadata/strip-metadata.ts'
import { readOpen, withFileInside } from '../files/read-file.ts'
import type { SiteWriter } from './write-site.ts'

/**
 * Copies a file that decks use to the site, a picture without its metadata. Throws an error with a `code` if the file cannot or must not be read,
 * and `MachineFault` if it cannot be written.
 */
export function publishAsset(root: string, asset: string, { files, write, copy }: SiteWriter): void {
  if (files.has(asset)) return
  withFileInside(root, asset, (open) => {
    if (!isPhoto(asset)) return copy(open.path, asset)
    const bytes = readOpen(open)
    const stripped = stripMetadata(bytes)
    if (stripped === bytes) copy(open.path, asset)
    else write({ path: asset, content: stripped })
  })
}

// Photos that browsers do not show are linked, such as those of phones.
function isPhoto(path: string): boolean {
  return kindOf(path) === 'image' || conversionOf(path)?.to === 'jpg'
}
