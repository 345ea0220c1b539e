import type { BrowserContext, Page } from 'playwright-core'

/** A page, and everything that it did which no page of ours may do. */
export interface WatchedPage {
  readonly page: Page
  /** Console errors, exceptions, violations of the policy, failed requests and requests to other origins. */
  readonly faults: readonly string[]
  readonly requests: readonly string[]
}

/** Opens an empty page that keeps a record. */
export async function watchPage(context: BrowserContext, origin: string): Promise<WatchedPage> {
  const page = await context.newPage()
  const faults: string[] = []
  const requests: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.text().includes('Content Security Policy')) faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`))
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`)
  })
  page.on('request', (request) => {
    requests.push(request.url())
    if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url())) faults.push(`request to ${request.url()}`)
  })
  return { page, faults, requests }
}
