// Runs in the pages of attackers: each function stands for itself, since only its text gets there.

interface Listening extends Window {
  tellOfAttack: (what: string) => void
}

/** Before anything else in every frame: says when a script of an attacker runs, and what the policy has stopped. */
export function listenForAttacks(): void {
  // Put there before every script.
  const tell = (window as unknown as Listening).tellOfAttack
  const ran = (how: string): void => tell(`script: ${how} in ${location.href.slice(0, 80)}`)
  Object.defineProperty(window, '__pwned', {
    set() {
      ran('canary')
    },
  })
  for (const name of ['alert', 'confirm', 'prompt']) Object.defineProperty(window, name, { value: () => ran(name) })
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    tell(`policy: ${effectiveDirective} ${blockedURI.slice(0, 80)}`),
  )
}

export interface Walked {
  /** The deck has started. */
  readonly isReady: boolean
  /** It ends with the slide that it should end with. */
  readonly isWhole: boolean
  /** What was seen outside the slides: the computed look of what is not theirs, on any of them. */
  readonly surroundings: readonly string[]
}

/**
 * Walks all slides of a deck, and does with everything on them what a viewer could do. Waits so many milliseconds for the
 * deck to start; what does not start is tried as it stands.
 */
export async function walkSlides(patience: number): Promise<Walked> {
  const PROPERTIES = 'display visibility position opacity pointer-events filter transform z-index clip-path cursor outline-style'.split(' ')
  const surroundings = new Set<string>()
  // A drawing that is opened by itself has no body.
  const body = document.querySelector('body') ?? document.documentElement
  const frame = () =>
    new Promise((resolve) => {
      requestAnimationFrame(resolve)
      // A page that is not drawn has no frames.
      setTimeout(resolve, 100)
    })
  const isReady = () => document.querySelector('.reveal.ready') !== null

  const look = () => {
    for (const selector of ['html', 'body', '.reveal', '.reveal > .backgrounds', '.reveal > .progress', '.reveal > .controls']) {
      const elements = document.querySelectorAll(selector)
      surroundings.add(`${selector} is there ${elements.length} times`)
      const [element] = elements
      if (!element) continue
      const style = getComputedStyle(element)
      const shown = PROPERTIES.map((name) => `${name}:${style.getPropertyValue(name)}`)
      const made = ['::before', '::after'].map((pseudo) => getComputedStyle(element, pseudo).content)
      surroundings.add(`${selector}: ${[...shown, ...made].join(' ')}`)
    }
    const others = [...body.querySelectorAll('*:not(link)')].filter((element) => !element.closest('.slides, .backgrounds, dialog.window'))
    surroundings.add(`outside: ${others.map(({ localName }) => localName).join(' ')}`)
    for (const ours of document.querySelectorAll('.controls button.enabled, .progress, .slide-number')) {
      const { left, top, width, height } = ours.getBoundingClientRect()
      const hit = document.elementFromPoint(left + width / 2, top + height / 2)
      if (hit?.closest('.slides')) surroundings.add(`${hit.localName} covers ${ours.className}`)
    }
  }

  const EVENTS = 'pointerover pointermove mouseover mouseenter mousemove pointerdown mousedown mouseup wheel keydown'.split(' ')
  // To follow a link is a viewer's own choice.
  const stay = (event: Event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href], area[href]') : null
    const here = location.href.replace(/#.*/s, '')
    if (link && /^(https?|mailto|tel):/.test(link.protocol) && link.href.replace(/#.*/s, '') !== here) event.preventDefault()
  }
  const provoke = (root: ParentNode) => {
    for (const element of [root, ...root.querySelectorAll('*')].slice(0, 300)) {
      // What a click on ours does is known: it opens a frame, or says that code was copied.
      if (!(element instanceof Element) || element.closest('a[data-frame], button.viewer-copy')) continue
      for (const name of EVENTS) element.dispatchEvent(new Event(name, { bubbles: true, cancelable: true }))
      if (element instanceof HTMLElement || element instanceof SVGElement) element.focus()
      element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
    }
  }

  const until = performance.now() + patience
  while (!isReady() && performance.now() < until) await frame()
  addEventListener('click', stay, true)
  const places = [...document.querySelectorAll('.slides > section')].flatMap((column, h) => {
    const below = [...column.children].filter(({ localName }) => localName === 'section')
    return below.length === 0 ? [{ slide: column, hash: `#/${h}` }] : below.map((slide, v) => ({ slide, hash: `#/${h}/${v}` }))
  })
  for (const { slide, hash } of isReady() ? places : []) {
    location.hash = hash
    const soon = performance.now() + 1000
    while (!slide.classList.contains('present') && performance.now() < soon) await frame()
    await frame()
    look()
    provoke(slide)
    // A click on a picture opens it in a window of the page's own.
    for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog.window')) dialog.close()
  }
  if (!isReady()) {
    look()
    provoke(body)
  }
  await new Promise((resolve) => setTimeout(resolve, 60))
  look()
  const isWhole = document.querySelector('.slides > section:last-child h1')?.textContent === 'The end of the attacks'
  return { isReady: isReady(), isWhole, surroundings: [...surroundings] }
}
