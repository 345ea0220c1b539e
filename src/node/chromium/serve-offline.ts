import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { contentType } from '../../core/files.ts'
import { isInside } from '../files/is-inside.ts'

// It leads nowhere: all that a page asks for is read from the site's folder.
const ORIGIN = 'http://site.invalid'

/** Address of a page of a site that `serveOffline` serves. */
export function offlineAddress(page: string): string {
  return `${ORIGIN}/${page.split('/').map(encodeURIComponent).join('/')}`
}

/** Answers all that the pages of a context ask for out of the folder of a built site, and nothing else: there is no network. */
export async function serveOffline(context: BrowserContext, site: string): Promise<void> {
  await context.route('**', async (route) => {
    try {
      const file = fileAt(site, new URL(route.request().url()))
      await (file === undefined ? route.abort() : route.fulfill({ body: readFileSync(file), contentType: contentType(file) }))
    } catch {
      // The page goes on without it. What is thrown here would end the process; even this fails where the page is closed by now.
      await route.abort().catch(() => undefined)
    }
  })
}

function fileAt(site: string, { origin, pathname }: URL): string | undefined {
  // What is wrong with the addresses of others is theirs.
  if (origin !== ORIGIN) return undefined
  const file = path.join(site, decodeURIComponent(pathname))
  return isInside(site, file) && existsSync(file) ? file : undefined
}
