import type { Browser } from 'playwright-core'

/** Starts a Chromium of the machine that asks nothing of any network by itself. Throws where it does not start. */
export async function launchChromium(executablePath: string): Promise<Browser> {
  const { chromium } = await import('playwright-core')
  const args = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
  const isRoot = process.getuid?.() === 0
  try {
    return await chromium.launch({ executablePath, args, chromiumSandbox: !isRoot })
  } catch (cause) {
    if (isRoot) throw cause
    // Containers and some systems let nobody open a sandbox.
    return chromium.launch({ executablePath, args, chromiumSandbox: false })
  }
}
