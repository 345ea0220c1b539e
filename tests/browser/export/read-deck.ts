import type { Page } from 'playwright-core'

/** What a slide looks like, in figures. */
export interface SeenSlide {
  readonly text: string
  /** Width and height of each picture as its file has them. */
  readonly pictures: readonly string[]
  /** Computed style of the first element of each kind. */
  readonly styles: readonly string[]
  readonly size: string
}

/** Waits until a deck's page is ready, and reads all its slides. */
export async function readDeck(page: Page): Promise<readonly SeenSlide[]> {
  await page.waitForSelector('.reveal[data-fitted]', { state: 'attached' })
  return page.evaluate(async () => {
    const pictures = [...document.querySelectorAll<HTMLImageElement>('.slides img')]
    for (const picture of pictures) picture.loading = 'eager'
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)))
    await document.fonts.ready
    return [...document.querySelectorAll<HTMLElement>('.slides section:not(.stack)')].map((slide) => ({
      text: slide.textContent.replace(/\s+/g, ' ').trim(),
      pictures: [...slide.querySelectorAll('img')].map(({ naturalWidth, naturalHeight }) => `${naturalWidth}x${naturalHeight}`),
      styles: ['h1', 'h2', 'p', 'li', 'a', 'code', 'table', '.katex', '.fragment', 'img', 'svg text'].flatMap((selector) => {
        const element = slide.querySelector(selector)
        if (!element) return []
        const style = getComputedStyle(element)
        const names = ['color', 'backgroundColor', 'fontFamily', 'fontSize', 'fontWeight', 'lineHeight', 'textTransform', 'margin'] as const
        return [`${selector}: ${names.map((name) => style[name]).join('; ')}`]
      }),
      size: slide.querySelector<HTMLElement>(':scope > div')?.style.zoom ?? '',
    }))
  })
}
