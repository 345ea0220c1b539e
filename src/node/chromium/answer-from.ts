import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { contentType } from '../../core/files.ts'
import { isInside } from '../files/paths.ts'
import type { Answer } from './open-page.ts'

// This host does not exist: all requests are answered from the site's folder.
const ORIGIN = 'http://site.invalid'

/** Address of a page of a site that `answerFrom` answers for. */
export function offlineAddress(page: string): string {
  return `${ORIGIN}/${page.split('/').map(encodeURIComponent).join('/')}`
}

/** Answers the requests of a page from the folder of a built site. */
export function answerFrom(site: string): (address: string) => Answer | undefined {
  return (address) => {
    try {
      const file = fileAt(site, new URL(address))
      return file === undefined ? undefined : { body: readFileSync(file), type: contentType(file) }
    } catch {
      // The page goes on without it.
      return undefined
    }
  }
}

function fileAt(site: string, { origin, pathname }: URL): string | undefined {
  // Addresses of other hosts may not even be valid.
  if (origin !== ORIGIN) return undefined
  const file = path.join(site, decodeURIComponent(pathname))
  return isInside(site, file) && existsSync(file) ? file : undefined
}
