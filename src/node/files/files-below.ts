import { readdirSync } from 'node:fs'
import path from 'node:path'

/** Paths of all files below a folder, hidden ones too; links are not followed. Throws where a folder cannot be read. */
export function filesBelow(root: string, folder = ''): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const relative = folder === '' ? entry.name : `${folder}/${entry.name}`
    return entry.isDirectory() ? filesBelow(root, relative) : [relative]
  })
}
