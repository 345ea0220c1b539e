import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'

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
