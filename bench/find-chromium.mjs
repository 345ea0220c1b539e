import { existsSync } from 'node:fs'
import path from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The browser of $CHROMIUM, else the first of the PATH. */
export function findChromium({ CHROMIUM, PATH = '' }) {
  if (CHROMIUM) return CHROMIUM
  return PATH.split(path.delimiter)
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
    .find((file) => existsSync(file))
}
