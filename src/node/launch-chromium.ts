import { createRequire } from 'node:module'
import type { Browser } from 'playwright-core'

const require = createRequire(import.meta.url)

/** Starts a Chromium of the machine that asks nothing of any network by itself. Throws where it does not start. */
export async function launchChromium(executablePath: string): Promise<Browser> {
  // Loaded when it is needed, and as the CommonJS that it is: looking for the names that it exports takes an import 0.13 s.
  const { chromium } = require('playwright-core') as typeof import('playwright-core')
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
