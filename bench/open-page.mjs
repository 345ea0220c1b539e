import { watchPage } from './watch-page.mjs'

/** Slow 4G as Chrome's developer tools have it: nine tenths of 1.6 and 0.75 Mbit/s, 3.75 times 150 ms for each request. */
export const SLOW_4G = { offline: false, downloadThroughput: 180_000, uploadThroughput: 84_375, latency: 562.5 }
export const CPU_SLOWDOWN = 4

/** Opens an address in a fresh profile on a slow connection and a slow processor, and gives what went over the wire and when it was seen. */
export async function openPage(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  try {
    const page = await context.newPage()
    const { origin } = new URL(address)
    const requests = []
    const failed = []
    page.on('response', (response) => requests.push(describe(response)))
    page.on('response', (response) => response.status() >= 400 && failed.push(response.url()))
    const others = []
    page.on('request', (request) => {
      if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== origin) others.push(request.url())
    })
    await page.addInitScript(watchPage)
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.emulateNetworkConditions', SLOW_4G)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
    await page.goto(address, { waitUntil: 'networkidle', timeout: 120_000 })
    await page.waitForTimeout(1500)
    const seen = await page.evaluate(() => window.benchmark)
    // A heading can have its place before its font is there; nothing is seen before the first paint.
    const heading = seen.heading === undefined ? NaN : Math.max(seen.heading, seen.paint)
    const hidden = seen.gaps.reduce((sum, [from, to]) => sum + Math.max(0, to - Math.max(from, seen.paint)), 0)
    const { paint, shift } = seen
    return { paint, heading, hidden, shift, requests: requests.filter(({ own }) => own), others: [...new Set(others)], failed }

    function describe(response) {
      const kind = response.request().resourceType()
      const bytes = Number(response.headers()['content-length'] ?? 0)
      return { url: response.url(), own: response.url().startsWith(origin), kind, bytes }
    }
  } finally {
    await context.close()
  }
}
