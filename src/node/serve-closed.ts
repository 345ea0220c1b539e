import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { contentType } from './content-type.ts'
import { isInside } from './is-inside.ts'

// It leads nowhere: all that a page asks for is read from the site's folder.
const ORIGIN = 'http://site.invalid'

/** Address of a page of a site that `serveClosed` serves. */
export function closedAddress(page: string): string {
  return `${ORIGIN}/${page.split('/').map(encodeURIComponent).join('/')}`
}

/** Answers all that the pages of a context ask for out of the folder of a built site, and nothing else: there is no network. */
export async function serveClosed(context: BrowserContext, site: string): Promise<void> {
  await context.route('**', async (route) => {
    const { origin, pathname } = new URL(route.request().url())
    const file = path.join(site, decodeURIComponent(pathname))
    if (origin !== ORIGIN || !isInside(site, file) || !existsSync(file)) return route.abort()
    return route.fulfill({
      body: readFileSync(file),
      contentType: file.endsWith('.html') ? 'text/html; charset=utf-8' : contentType(file),
    })
  })
}
