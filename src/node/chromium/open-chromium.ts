import { type Browser, launchChromium } from './launch-chromium.ts'

/** The Chromium of a command: it starts when it is first needed, and all that need one share it. */
export interface Chromium {
  /** Path of the program. */
  readonly path: string
  /** Starts it unless it runs. Throws where it does not start, also later, until it is closed. */
  readonly start: () => Promise<Browser>
  readonly close: () => Promise<void>
}

/** Opens the Chromium of a path. It is started again if it has ended. */
export function openChromium(path: string): Chromium {
  let running: Promise<Browser> | undefined
  const launch = async (): Promise<Browser> => {
    const browser = await launchChromium(path)
    void browser.ended.then(() => (running = undefined))
    return browser
  }
  return {
    path,
    start: () => (running ??= launch()),
    async close() {
      const before = running
      running = undefined
      // A browser that did not start need not be closed.
      const browser = await before?.catch(() => undefined)
      await browser?.close()
    },
  }
}
