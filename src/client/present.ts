import Reveal from 'reveal.js'
import type { RevealConfig } from 'reveal.js'

/** Starts reveal.js on the slides that are in the page. */
export async function present(element: HTMLElement): Promise<void> {
  // Written by our own page, after a check of every option.
  const options = JSON.parse(element.dataset['options'] ?? '{}') as RevealConfig
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const deck = new Reveal(element, {
    ...options,
    ...(calm ? { transition: 'none', backgroundTransition: 'none', autoSlide: 0, autoAnimate: false } : {}),
    hash: true,
    // The scroll view would move what the page has already put in its place.
    scrollActivationWidth: 0,
    postMessage: false,
    postMessageEvents: false,
    previewLinks: false,
    plugins: [],
  })
  try {
    await deck.initialize()
  } finally {
    document.documentElement.classList.remove('elsewhere')
  }
  // With this role screen readers would not read the slides.
  for (const holder of [element, document.body]) if (holder.getAttribute('role') === 'application') holder.removeAttribute('role')
}
