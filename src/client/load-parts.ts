import { LIST_POLICY, type ListScript } from '../core/shared/list-part.ts'
import { loadScript } from './load-script.ts'
import { trustedBy } from './trusted-types.ts'

declare global {
  interface Window {
    /** Set by the scripts with further decks: JSON, by the name of the file. */
    hedgerowLists?: Readonly<Record<string, string>>
  }
}

/** The decks of a list that the page does not have yet. */
export interface FurtherDecks {
  readonly isComplete: () => boolean
  /** Loads on as the page is scrolled, even if much has been loaded without being asked for. */
  readonly goOn: () => void
}

interface List {
  /** Hides the decks of a section of a year that are not looked for, and returns how many are left. */
  readonly filter: (section: HTMLElement) => number
  /** Called when decks have been added. */
  readonly onChange: () => void
}

// So many decks that are shown come without a click: the end of the page must be within reach, too.
const WITHOUT_ASKING = 300
// Two windows ahead.
const NEAR = '200% 0%'

/**
 * Loads the decks behind the link to older ones, when it comes near the window or is clicked, and puts them into the page. Without scripts, and where
 * they cannot be loaded, it stays a link.
 */
export function loadParts({ filter, onChange }: List): FurtherDecks {
  const link = document.querySelector<HTMLAnchorElement>('.beside .older')
  if (!link) return { isComplete: () => true, goOn: () => undefined }
  const isOfList = partNames(location.pathname)
  const policy = createPolicy(isOfList)
  let [hasFailed, unasked] = [false, 0]
  let loading: Promise<void> | undefined
  // One at a time: two that ask at once wait for the same.
  const loadNext = async () => {
    if (hasFailed || !link.isConnected) return
    loading ??= load()
    await loading
  }
  const load = async () => {
    try {
      const name = (link.getAttribute('href') ?? '').replace(/html$/, 'js')
      await loadScript(policy.createScriptURL(name))
      // Written by the build.
      const { next } = JSON.parse(window.hedgerowLists?.[decodeURIComponent(name)] ?? '') as ListScript
      const holder = document.createElement('template')
      // The policy, where there is one, makes of the name what its script contains.
      holder.innerHTML = policy.createHTML(name)
      unasked += insert(holder.content, link, filter)
      keepPlace((place) => ({ ...place, parts: (place.parts ?? 0) + 1 }))
      if (next !== undefined) link.href = next
      else if (link.parentElement?.childElementCount === 1) link.parentElement.remove()
      else link.remove()
      onChange()
    } catch {
      hasFailed = true
    }
    loading = undefined
    if (link.isConnected && !hasFailed) look()
  }
  const nearby = new IntersectionObserver(
    ([entry]) => {
      if (entry?.isIntersecting && unasked < WITHOUT_ASKING) void loadNext()
    },
    { rootMargin: NEAR },
  )
  // Says once more whether the link is near.
  const look = () => {
    nearby.disconnect()
    nearby.observe(link)
  }
  link.addEventListener('click', (event) => {
    if (hasFailed || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    unasked = 0
    const last = lastDeck()
    void loadNext().then(() => nextDeck(last)?.focus({ preventScroll: true }))
  })
  void restore(loadNext).then(() => {
    if (link.isConnected) look()
  })
  return {
    isComplete: () => !link.isConnected,
    goOn() {
      unasked = 0
      if (link.isConnected) look()
    },
  }
}

// `index.html` and its parts have parts such as `index.2024-2.js`.
function partNames(pathname: string): (name: string) => boolean {
  const page = decodeURIComponent(pathname.slice(pathname.lastIndexOf('/') + 1)) || 'index.html'
  const list = page.replace(/\.html$/, '').replace(/\.(\d{4}|undated)(-\d+)?$/, '')
  return (name) => {
    const file = decodeURIComponent(name)
    return file.startsWith(`${list}.`) && /^(\d{4}|undated)(-\d+)?\.js$/.test(file.slice(list.length + 1))
  }
}

function createPolicy(isOfList: (name: string) => boolean) {
  const rules = {
    createScriptURL(name: string) {
      if (!isOfList(name)) throw new TypeError(`${name} is no part of the list`)
      return name
    },
    createHTML: (name: string) => (JSON.parse(window.hedgerowLists?.[decodeURIComponent(name)] ?? '') as ListScript).html,
  }
  return trustedBy(LIST_POLICY, rules)
}

/** Inserts the decks that the page does not have yet; returns how many are shown. */
function insert(part: DocumentFragment, link: HTMLElement, filter: List['filter']): number {
  const known = new Set([...document.querySelectorAll('.decks a')].map((deck) => deck.getAttribute('href')))
  for (const deck of part.querySelectorAll('.decks > li')) if (known.has(deck.querySelector('a')?.getAttribute('href') ?? '')) deck.remove()
  let shown = 0
  for (const section of part.querySelectorAll<HTMLElement>('.year')) {
    shown += filter(section)
    const before = document.getElementById(section.id)
    if (before) for (const month of section.querySelectorAll<HTMLElement>('.month')) insertMonth(month, before)
    else if (section.querySelector('li')) link.closest('.beside')?.before(section)
  }
  return shown
}

// The page may end within a month.
function insertMonth(month: HTMLElement, year: HTMLElement): void {
  const decks = month.querySelectorAll('.decks > li')
  const last = [...year.querySelectorAll<HTMLElement>('.month')].at(-1)
  if (last?.dataset['month'] === month.dataset['month']) last?.querySelector('.decks')?.append(...decks)
  else if (decks.length > 0) year.append(month)
}

const decksShown = () => [...document.querySelectorAll<HTMLElement>('.decks > li:not([hidden]) a')]
const lastDeck = () => decksShown().at(-1)
function nextDeck(last: HTMLElement | undefined): HTMLElement | undefined {
  const shown = decksShown()
  return shown[last ? shown.indexOf(last) + 1 : 0]
}

/** Where a reader has left the page, in the history of the window. */
interface Place {
  readonly parts?: number
  /** In pixels. */
  readonly y?: number
}

// Written by this script.
const placeNow = () => (history.state ?? {}) as Place

function keepPlace(change: (place: Place) => Place): void {
  history.replaceState(change(placeNow()), '')
}

/** Loads what had been loaded when the reader left by a link, and scrolls to where that was. */
async function restore(loadNext: () => Promise<void>): Promise<void> {
  addEventListener('click', () => keepPlace((place) => (place.parts === undefined ? place : { ...place, y: scrollY })), true)
  const { parts = 0, y } = placeNow()
  if (parts === 0) return
  keepPlace((place) => ({ ...place, parts: 0 }))
  // The end of the page may ask for the same ones.
  for (let tries = 0; tries < parts && (placeNow().parts ?? 0) < parts; tries += 1) await loadNext()
  if (y !== undefined) scrollTo(0, y)
}
