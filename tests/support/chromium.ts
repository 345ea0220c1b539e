import { existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome']

/** Starts the Chromium of the machine. Throws, with the way out, where there is none. */
export async function launchChromium(): Promise<Browser> {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  const found =
    process.env['CHROMIUM'] ?? folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))).find((file) => existsSync(file))
  if (found === undefined) throw new Error('there is no Chromium: run node scripts/install-chromium.mjs, or name one in CHROMIUM')
  return chromium.launch({
    executablePath: found,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
}
