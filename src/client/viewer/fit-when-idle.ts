import { fitSlides } from './fit-slides.ts'

const AT_ONCE = 20

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
