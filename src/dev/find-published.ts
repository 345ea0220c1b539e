import { realpathSync, statSync } from 'node:fs'
import path from 'node:path'

/** The file of a built site that a web server sends for a path; nothing that is hidden or lies outside the folder, by links neither. */
export function findPublished(folder: string, wanted: string): string | undefined {
  if (wanted.includes('\0') || wanted.includes('\\')) return undefined
  if (wanted === '' || wanted.endsWith('/')) return plainFile(folder, `${wanted}index.html`)
  return plainFile(folder, wanted) ?? plainFile(folder, `${wanted}.html`)
}

function plainFile(folder: string, wanted: string): string | undefined {
  if (isHidden(wanted, '/')) return undefined
  try {
    const root = realpathSync(folder)
    const file = realpathSync(path.join(root, wanted))
    if (!file.startsWith(root + path.sep) || isHidden(file.slice(root.length + 1), path.sep)) return undefined
    return statSync(file).isFile() ? file : undefined
  } catch {
    // There is no such file, or none for us.
    return undefined
  }
}

// Also `..`, and the mark of a build.
const isHidden = (file: string, separator: string) => file.split(separator).some((part) => part.startsWith('.'))
