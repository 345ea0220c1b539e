/** Sizes of the content of a slide that is too full. Only a few, each visibly different, so that slides look alike. */
const ON_SCREEN = [1, 0.85, 0.72, 0.6] as const
const SMALLEST = 0.6
/** Paper is read from close by, and cannot scroll. */
const ON_PAPER = [...ON_SCREEN, 0.5, 0.4] as const

const ROUNDING = 1
// Slides that are fitted without a pause.
const AT_ONCE = 20

/**
 * Makes the content of slides smaller where it does not fit. `data-over` then says by how many percent it was too high or too wide.
 * A slide that is too full even at the smallest size scrolls, and continues on the next page when printed.
 */
export function fitSlides(slides: readonly HTMLElement[]): void {
  const sizes = document.documentElement.matches('.on-paper') ? ON_PAPER : ON_SCREEN
  const shown = [...new Set(slides.flatMap((slide) => [slide, ...stackOf(slide)]))]
  for (const slide of shown) slide.classList.add('measured')
  for (const slide of slides) {
    slide.classList.remove('scrolls')
    slide.removeAttribute('tabindex')
    resize(slide, 1)
  }
  const over = new Map(slides.map((slide) => [slide, excess(slide)]))
  let waiting = slides.filter((slide) => (over.get(slide) ?? 0) > 0)
  for (const size of sizes.slice(1)) {
    for (const slide of waiting) resize(slide, size)
    waiting = waiting.filter((slide) => excess(slide) > 0)
  }
  for (const slide of waiting) {
    resize(slide, SMALLEST)
    slide.classList.add('scrolls')
    slide.tabIndex = 0
  }
  // Focusable, so that they can be scrolled by key.
  for (const box of slides.flatMap((slide) => [...slide.querySelectorAll<HTMLElement>('pre code, table')])) {
    if (box.scrollWidth > box.clientWidth + ROUNDING || box.scrollHeight > box.clientHeight + ROUNDING) box.tabIndex = 0
  }
  for (const slide of shown) slide.classList.remove('measured')
  for (const [slide, share] of over) {
    if (share > 0) slide.dataset['over'] = String(Math.ceil(share * 100))
    else delete slide.dataset['over']
  }
}

/** Fits the slides that are seen first at once and the others when the browser is idle; resolves when all fit. */
export function fitWhenIdle(slides: readonly HTMLElement[], current: HTMLElement | undefined): Promise<void> {
  const here = Math.max(0, current ? slides.indexOf(current) : 0)
  const near = slides.slice(Math.max(0, here - 1), here + 2)
  fitSlides(near)
  const others = slides.filter((slide) => !near.includes(slide))
  return new Promise((resolve) => {
    const goOn = () => {
      fitSlides(others.splice(0, AT_ONCE))
      if (others.length > 0) later(goOn)
      else resolve()
    }
    later(goOn)
  })
}

// Safari has no `requestIdleCallback`.
function later(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 1000 })
  else setTimeout(work, 50)
}

function stackOf(slide: HTMLElement): HTMLElement[] {
  return slide.parentElement instanceof HTMLElement && slide.parentElement.matches('section') ? [slide.parentElement] : []
}

function resize(slide: HTMLElement, size: number): void {
  // A brand that composes slides makes all but the title smaller, so that titles look alike.
  const isComposed = slide.closest('.reveal.composed') !== null
  const resized = isComposed ? slide : slide.querySelector<HTMLElement>(':scope > div:not(:has(> .hedgerow-header))')
  const property = isComposed ? '--fit' : 'zoom'
  if (size === 1) resized?.style.removeProperty(property)
  else resized?.style.setProperty(property, String(size))
}

// The overflow of a slide as a share of its size, by layout, before any transform.
function excess({ scrollHeight, clientHeight, scrollWidth, clientWidth }: HTMLElement): number {
  if (clientHeight === 0) return 0
  const high = scrollHeight > clientHeight + ROUNDING ? scrollHeight / clientHeight : 1
  const wide = scrollWidth > clientWidth + ROUNDING ? scrollWidth / clientWidth : 1
  return Math.max(high, wide) - 1
}
