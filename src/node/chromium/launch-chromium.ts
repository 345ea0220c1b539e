import { createRequire } from 'node:module'
import type { Browser } from 'playwright-core'
import { openTemporaryFolder } from '../files/temporary-folder.ts'

const require = createRequire(import.meta.url)

/** Starts a Chromium that sends no requests of its own. Throws if it does not start. */
export async function launchChromium(executablePath: string): Promise<Browser> {
  // Loaded when it is needed, and as the CommonJS that it is: looking for the names that it exports takes an import 0.13 s.
  const { chromium } = require('playwright-core') as typeof import('playwright-core')
  const args = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
  const isRoot = process.getuid?.() === 0
  const launch = (chromiumSandbox: boolean) =>
    inTemporaryFolder(() =>
      chromium.launch({ executablePath, args, chromiumSandbox, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false }),
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
async function inTemporaryFolder(launch: () => Promise<Browser>): Promise<Browser> {
  const folder = openTemporaryFolder()
  const names = ['TMPDIR', 'TMP', 'TEMP']
  const before = names.map((name) => process.env[name])
  for (const name of names) process.env[name] = folder.path
  try {
    return (await launch()).once('disconnected', folder.remove)
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
