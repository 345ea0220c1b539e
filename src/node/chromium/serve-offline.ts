import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { contentType } from '../../core/files.ts'
import { isInside } from '../files/is-inside.ts'

// This host does not exist: all requests are answered from the site's folder.
const ORIGIN = 'http://site.invalid'

/** Address of a page of a site that `serveOffline` serves. */
export function offlineAddress(page: string): string {
  return `${ORIGIN}/${page.split('/').map(encodeURIComponent).join('/')}`
}

/** Answers all requests of a context from the folder of a built site, without any network. */
export async function serveOffline(context: BrowserContext, site: string): Promise<void> {
  await context.route('**', async (route) => {
    try {
      const file = fileAt(site, new URL(route.request().url()))
      await (file === undefined ? route.abort() : route.fulfill({ body: readFileSync(file), contentType: contentType(file) }))
    } catch {
      // The page goes on without it. An error thrown here would end the process, and even `abort` fails if the page is closed by now.
      await route.abort().catch(() => undefined)
    }
  })
}

function fileAt(site: string, { origin, pathname }: URL): string | undefined {
  // Addresses of other hosts may not even be valid.
  if (origin !== ORIGIN) return undefined
  const file = path.join(site, decodeURIComponent(pathname))
  return isInside(site, file) && existsSync(file) ? file : undefined
}
