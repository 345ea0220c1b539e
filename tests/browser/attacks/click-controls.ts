import type { BrowserContext, Page } from 'playwright-core'

/** What clicks have reached. */
interface Clicked extends Window {
  hitsOfTest?: string[]
}

/** Lets no click of a page do anything: it is only noted what it has reached. */
export async function catchClicks(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const catchClick = (event: Event) => {
      const path = event.composedPath().filter((one): one is Element => one instanceof Element)
      const marked = path.map((one) => one.getAttribute('data-test-control')).find((mark) => mark !== null)
      ;((window as Clicked).hitsOfTest ??= []).push(marked ?? `${path[0]?.localName} ${path[0]?.getAttribute('class')}`)
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    addEventListener('click', catchClick, { capture: true })
  })
}

/**
 * Says of the controls that a selector finds which are outside the window, which have something else over their middle, and which
 * a real click does not reach: of many, the first, the last and the one between.
 */
export async function coveredControls(page: Page, selector: string): Promise<string[]> {
  const looked = await page.evaluate((wanted) => {
    ;(window as Clicked).hitsOfTest = []
    const controls = [...document.querySelectorAll(wanted)].filter((control) => control.checkVisibility())
    return controls.map((control, index) => {
      control.setAttribute('data-test-control', String(index))
      const isInWindow = ({ left, top, right, bottom }: DOMRect) =>
        left >= 0 && top >= 0 && right <= innerWidth + 1 && bottom <= innerHeight + 1
      if (!isInWindow(control.getBoundingClientRect())) control.scrollIntoView({ block: 'center', behavior: 'instant' })
      // The first line of a link.
      const box = control.getClientRects()[0] ?? control.getBoundingClientRect()
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
      const hit = document.elementFromPoint(x, y)
      const name = `${control.localName} ${control.getAttribute('class') ?? control.textContent.trim()}`
      const problem = hit && control.contains(hit) ? '' : `${name} has over it ${hit?.localName} ${hit?.getAttribute('class')}`
      return { problem: isInWindow(box) ? problem : `${name} is outside the window` }
    })
  }, selector)
  if (looked.length === 0) return [`there is no ${selector}`]
  const aimed = [...new Set([0, Math.floor(looked.length / 2), looked.length - 1])]
  for (const index of aimed) {
    const at = await page.evaluate((wanted) => {
      const control = document.querySelector(`[data-test-control="${wanted}"]`)
      if (control && control.getBoundingClientRect().bottom > innerHeight + 1)
        control.scrollIntoView({ block: 'center', behavior: 'instant' })
      if (control && control.getBoundingClientRect().top < 0) control.scrollIntoView({ block: 'center', behavior: 'instant' })
      const box = control?.getClientRects()[0]
      return box && { x: box.left + box.width / 2, y: box.top + box.height / 2 }
    }, index)
    if (at) await page.mouse.click(at.x, at.y)
  }
  const hits = await page.evaluate(() => {
    for (const control of document.querySelectorAll('[data-test-control]')) control.removeAttribute('data-test-control')
    return (window as Clicked).hitsOfTest ?? []
  })
  const clicked = hits.join(', ') === aimed.join(', ') ? [] : [`clicks at ${aimed.join(', ')} of ${selector} reached ${hits.join(', ')}`]
  return [...looked.flatMap(({ problem }) => (problem === '' ? [] : [problem])), ...clicked]
}
