/** On an upright phone the slides are one below the other; an address like `#/3/1` scrolls to its slide. */
export function openPhoneView(element: HTMLElement): void {
  const follow = () => {
    document.documentElement.classList.remove('elsewhere')
    slideAt(element, location.hash)?.scrollIntoView()
  }
  addEventListener('hashchange', follow)
  follow()
}

function slideAt(element: HTMLElement, hash: string): Element | undefined {
  const position = /^#\/(\d+)(?:\/(\d+))?/.exec(hash)
  if (!position) return undefined
  const column = element.querySelectorAll('.slides > section')[Number(position[1])]
  return column?.querySelectorAll(':scope > section')[Number(position[2] ?? 0)] ?? column
}
