import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { contentType } from '../../core/files.ts'
import { isInside } from '../files/paths.ts'
import { openTemporaryFolder } from '../files/temporary-folder.ts'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chrome.exe', 'msedge.exe']
const APPLICATIONS = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `Applications/${name}.app/Contents/MacOS/${name}`)
const PROGRAMS = ['Google\\Chrome', 'Chromium', 'Microsoft\\Edge'].map(
  (name) => `${name}\\Application\\${name.endsWith('Edge') ? 'msedge' : 'chrome'}.exe`,
)

/** Path of Chromium: the one that `CHROMIUM` names, else the first that is found. `CHROMIUM=none` means none. */
export function findChromium(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const named = environment['CHROMIUM']
  if (named !== undefined && named !== '') return named === 'none' ? undefined : named
  const folders = (environment['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '')
  // Programs of Windows and macOS are for one user or for all of them.
  const programs = ['LOCALAPPDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)'].flatMap((name) => environment[name] ?? [])
  return [
    ...folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))),
    ...['/', environment['HOME'] ?? '/'].flatMap((folder) => APPLICATIONS.map((name) => path.join(folder, name))),
    ...programs.flatMap((folder) => PROGRAMS.map((name) => path.win32.join(folder, name))),
  ].find(isExecutable)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

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

// This host does not exist: all requests are answered from the site's folder.
const ORIGIN = 'http://site.invalid'

/** Address of a page of a site that `serveOffline` serves. */
export function offlineAddress(page: string): string {
  return `${ORIGIN}/${page.split('/').map(encodeURIComponent).join('/')}`
}

/** Answers all requests of a context from the folder of a built site, without any network. */
export async function serveOffline(context: BrowserContext, site: string): Promise<void> {
  await context.route('**', async (route) => {
    try {
      const file = fileAt(site, new URL(route.request().url()))
      await (file === undefined ? route.abort() : route.fulfill({ body: readFileSync(file), contentType: contentType(file) }))
    } catch {
      // The page goes on without it. An error thrown here would end the process, and even `abort` fails if the page is closed by now.
      await route.abort().catch(() => undefined)
    }
  })
}

function fileAt(site: string, { origin, pathname }: URL): string | undefined {
  // Addresses of other hosts may not even be valid.
  if (origin !== ORIGIN) return undefined
  const file = path.join(site, decodeURIComponent(pathname))
  return isInside(site, file) && existsSync(file) ? file : undefined
}
