import { type Browser, chromium } from 'playwright-core'
import { findChromium } from '../../src/node/chromium/find-chromium.ts'
import { QUIET } from '../../src/node/chromium/launch-chromium.ts'
import { type Chromium, openChromium } from '../../src/node/chromium/open-chromium.ts'

/** Starts the Chromium of the machine. Throws, with the way out, where there is none. */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
  const found = findChromium(process.env)
  if (found === undefined) throw new Error('there is no Chromium: run node scripts/install-chromium.mjs, or name one in CHROMIUM')
  return chromium.launch({
    executablePath: found,
    args: ['--no-sandbox', ...QUIET, ...more],
  })
}

/** The Chromium of the machine as the commands use it, if there is one. */
export function openOwnChromium(): Chromium | undefined {
  const found = findChromium(process.env)
  return found === undefined ? undefined : openChromium(found)
}
