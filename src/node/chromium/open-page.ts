import type { Browser, Route } from 'playwright-core'

export interface PageOptions {
  /** In CSS pixels. */
  readonly width: number
  readonly height: number
  /** Pixels of a picture for each CSS pixel; 1 unless given. */
  readonly scale?: number
  /** The answer to a request. There is no network: what has none fails. */
  readonly answer?: (address: string) => Answer | undefined
  /** A script that runs before those of each page. */
  readonly script?: string
}

export interface Answer {
  readonly body: Buffer
  /** The MIME type. */
  readonly type: string
}

/** A page in Chromium. Each method throws if the page or the browser ends; none has a time limit. */
export interface ChromiumPage {
  /** Loads an address, with its images and style sheets. */
  readonly open: (address: string) => Promise<void>
  /** Waits until an element matches the selector. */
  readonly waitFor: (selector: string) => Promise<void>
  /** Sets the language of what the browser itself writes, as a locale. */
  readonly setLanguage: (locale: string) => Promise<void>
  /** Runs a script. */
  readonly run: (script: string) => Promise<void>
  /** Runs a function in the page and gives its result. The function can use nothing from outside. */
  readonly call: <Argument, Result>(work: (argument: Argument) => Result | Promise<Result>, argument?: Argument) => Promise<Result>
  /** A tagged PDF in the page size of the style sheet. */
  readonly print: () => Promise<Buffer>
  /** A PNG of the window. */
  readonly takePicture: () => Promise<Buffer>
  readonly close: () => Promise<void>
}

/** Opens a page that shares nothing with other pages, and in which nothing moves. */
export async function openPage(browser: Browser, { width, height, scale = 1, answer, script }: PageOptions): Promise<ChromiumPage> {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    reducedMotion: 'reduce',
    offline: true,
    acceptDownloads: false,
  })
  context.setDefaultTimeout(0)
  await context.route('**', (route) => answerRequest(route, answer))
  if (script !== undefined) await context.addInitScript(script)
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  return {
    async open(address) {
      await page.goto(address)
    },
    async waitFor(selector) {
      await page.waitForSelector(selector, { state: 'attached' })
    },
    async setLanguage(locale) {
      // playwright sets it for a whole context; opening one takes longer than loading a deck.
      await session.send('Emulation.setUserAgentOverride', { userAgent: '', acceptLanguage: locale })
      await session.send('Emulation.setLocaleOverride', { locale })
    },
    async run(expression) {
      // playwright's `evaluate` would keep what a strict script declares to itself.
      const { exceptionDetails } = await session.send('Runtime.evaluate', { expression })
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    },
    // playwright's types allow for handles of what is in the page, which are never used here.
    call: (work, argument) => page.evaluate(work as Parameters<typeof page.evaluate>[0], argument) as never,
    print: () => page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true }),
    takePicture: () => page.screenshot({ animations: 'disabled' }),
    close: () => context.close(),
  }
}

async function answerRequest(route: Route, answerTo: PageOptions['answer']): Promise<void> {
  try {
    const answer = answerTo?.(route.request().url())
    await (answer ? route.fulfill({ body: answer.body, contentType: answer.type }) : route.abort())
  } catch {
    // The page goes on without it. An error thrown here would end the process, and even `abort` fails if the page is closed by now.
    await route.abort().catch(() => undefined)
  }
}
