import { createRequire } from 'node:module'
import type { Browser as PlaywrightBrowser } from 'playwright-core'
import { openTemporaryFolder } from '../files/temporary-folder.ts'
import { type ChromiumPage, openPage, type PageOptions } from './open-page.ts'

/** A running Chromium. */
export interface Browser {
  readonly openPage: (options: PageOptions) => Promise<ChromiumPage>
  /** Is settled once it has ended, for whatever reason. */
  readonly ended: Promise<void>
  readonly close: () => Promise<void>
}

/** Switches that turn off what costs time and is never seen. */
export const QUIET = [
  ...['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
  `--disable-features=${[
    // The popups of the address bar, which no page has here, would be two processes of 58 MB each.
    ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'],
    // What playwright turns off, and matters: Chromium reads only the last list.
    ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable'],
    ...['MediaRouter', 'OptimizationHints', 'PaintHolding', 'ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect'],
  ].join(',')}`,
]

const SWITCHES = [...QUIET, '--host-resolver-rules=MAP * ~NOTFOUND']

// In milliseconds.
const LONGEST_START = 30_000

const require = createRequire(import.meta.url)

/** Starts a Chromium that has no network. Throws where it does not start. */
export async function launchChromium(executablePath: string): Promise<Browser> {
  // Loaded when it is needed, and as the CommonJS that it is: looking for the names that it exports takes an import 0.13 s.
  const { chromium } = require('playwright-core') as typeof import('playwright-core')
  const isRoot = process.getuid?.() === 0
  const launch = (chromiumSandbox: boolean) =>
    inTemporaryFolder(() =>
      chromium.launch({
        executablePath,
        args: SWITCHES,
        chromiumSandbox,
        timeout: LONGEST_START,
        ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
      }),
    )
  try {
    return await launch(!isRoot)
  } catch (cause) {
    if (isRoot) throw cause
    // Containers and some systems do not allow a sandbox.
    return launch(false)
  }
}

/**
 * Chromium's profile is 40 MB, and is left behind when the process is killed. playwright has no option for its location, and reads the folder of temporary
 * files while it launches: set that to a folder that is removed with the browser, with the process, or by the next run.
 */
async function inTemporaryFolder(launch: () => Promise<PlaywrightBrowser>): Promise<Browser> {
  const folder = openTemporaryFolder()
  const names = ['TMPDIR', 'TMP', 'TEMP']
  const before = names.map((name) => process.env[name])
  for (const name of names) process.env[name] = folder.path
  try {
    const browser = await launch()
    const ended = new Promise<void>((resolve) => browser.once('disconnected', () => resolve())).then(folder.remove)
    return { openPage: (options) => openPage(browser, options), ended, close: () => browser.close() }
  } catch (cause) {
    folder.remove()
    throw cause
  } finally {
    for (const [index, name] of names.entries()) {
      if (before[index] === undefined) delete process.env[name]
      else process.env[name] = before[index]
    }
  }
}
