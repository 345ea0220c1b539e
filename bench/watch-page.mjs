/** Runs in the page before anything else of it; keeps what it sees in `window.benchmark`. */
export function watchPage() {
  const seen = { paint: undefined, heading: undefined, gaps: [], shift: 0 }
  window.benchmark = seen
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') seen.paint = startTime
  }).observe({ type: 'paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) seen.shift += value
  }).observe({ type: 'layout-shift', buffered: true })

  const isSeen = (element) => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
    const { top, left, right, bottom } = element.getBoundingClientRect()
    return bottom - top > 5 && right - left > 20 && top < innerHeight && left < innerWidth && bottom > 0 && right > 0
  }
  let last
  const look = (now) => {
    const visible = [...document.querySelectorAll('h1,h2,h3')].some(isSeen)
    if (visible) seen.heading ??= now
    if (!visible && seen.heading !== undefined) seen.gaps.push([last, now])
    last = now
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
