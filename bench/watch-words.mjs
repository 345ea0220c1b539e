/** Opens pages that tell when words have been painted: `seen` resolves with the moment, on the clock of this process. */
export async function openWatchedPage(browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  const page = await context.newPage()
  let wanted
  let resolve
  await page.exposeFunction('tellPainted', (words) => {
    if (words.includes(wanted)) resolve?.(performance.now())
  })
  await page.addInitScript(watchWords)
  const seen = (words) => {
    let timer
    const moment = new Promise((done, fail) => {
      wanted = words
      resolve = done
      timer = setTimeout(() => fail(new Error(`"${words}" is not shown at ${page.url()}`)), 60_000)
    })
    return moment.finally(() => clearTimeout(timer))
  }
  return { page, seen, close: () => context.close() }
}

// Runs in each page before anything else of it, so that it is there again after a reload. A frame that has begun is painted when the next one begins.
function watchWords() {
  let told = ''
  const isSeen = (element) => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
    const { top, left, right, bottom } = element.getBoundingClientRect()
    return bottom > top && right > left && top < innerHeight && left < innerWidth && bottom > 0 && right > 0
  }
  const look = () => {
    const words = []
    const texts = document.evaluate('//p[starts-with(., "Begin.") or starts-with(., "Edit ")]', document, null, 7, null)
    for (let index = 0; index < texts.snapshotLength; index++) {
      const element = texts.snapshotItem(index)
      if (isSeen(element)) words.push(element.textContent.trim())
    }
    const seen = words.join(' ')
    if (seen !== told) requestAnimationFrame(() => window.tellPainted(seen))
    told = seen
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
