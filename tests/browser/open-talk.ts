import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'

/** A deck in the window of the audience, and its speaker view. */
export interface OpenTalk {
  readonly context: BrowserContext
  readonly deck: Page
  readonly speaker: Page
  /** Errors, and violations of the policy, in both windows and in all frames. */
  readonly faults: string[]
}

/** Opens a deck and, by its key, the speaker view, and waits until they are in step. With a time, their clocks stand still. */
export async function openTalk(browser: Browser, address: string, options: BrowserContextOptions = {}, time?: Date): Promise<OpenTalk> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'en-GB', ...options })
  if (time) await context.clock.setFixedTime(time)
  const faults: string[] = []
  await context.exposeFunction('noteViolation', (text: string) => faults.push(`violation: ${text}`))
  // In frames too.
  await context.addInitScript(() => {
    const { noteViolation } = window as unknown as { noteViolation: (text: string) => void }
    document.addEventListener('securitypolicyviolation', (event) =>
      noteViolation(`${event.violatedDirective} ${event.blockedURI} ${location.href}`),
    )
  })
  context.on('page', (page) => {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.text().includes('Content Security Policy')) faults.push(`console: ${message.text()}`)
    })
    page.on('pageerror', (error) => faults.push(`exception: ${error.message}`))
  })
  const deck = await context.newPage()
  await deck.goto(address)
  await deck.waitForSelector('.viewer', { state: 'attached' })
  const [speaker] = await Promise.all([deck.waitForEvent('popup'), deck.keyboard.press('s')])
  await speaker.setViewportSize({ width: 1280, height: 800 })
  await inStep(speaker)
  return { context, deck, speaker, faults }
}

/** Waits until a speaker view shows its deck and has heard from the audience. */
export async function inStep(speaker: Page): Promise<void> {
  await speaker.waitForFunction(
    () =>
      document.querySelector<HTMLElement>('.status')?.dataset['state'] === 'here' &&
      document.querySelector('.position')?.textContent !== '',
  )
}

/** Waits until a window of the audience is at a place, as in `1/0/2` or `3/1` on a slide without steps. */
export async function deckAt(deck: Page, place: string): Promise<void> {
  await deck.waitForFunction((wanted) => {
    const slide = document.querySelector<HTMLElement>('.slides section.present:not(.stack)')
    if (!slide) return false
    const column = slide.closest('.stack') ?? slide
    const h = [...document.querySelectorAll('.slides > section')].indexOf(column)
    const v = column === slide ? 0 : [...column.querySelectorAll('section')].indexOf(slide)
    const steps = slide.querySelectorAll('.fragment').length
    const f = slide.querySelectorAll('.fragment.visible').length - 1
    return `${h}/${v}${steps > 0 ? `/${f}` : ''}` === wanted
  }, place)
}

/** Waits until a speaker view says where it is, as in `Slide 2 of 6: Steps. Step 1 of 3`. */
export async function speakerAt(speaker: Page, text: string): Promise<void> {
  await speaker.waitForFunction((wanted) => document.querySelector('.position')?.textContent?.startsWith(wanted) === true, text)
}
