import { chooseLanguage, fill } from '../../core/i18n/words-in.ts'
import { SEARCH_WORDS } from '../../core/i18n/search-words.ts'
import { makeButton, makeElement } from '../make-element.ts'
import { findSlides, newestFirst, type Found } from './find-slides.ts'
import { describeResult } from './describe-result.ts'
import { findOtherSites } from './find-other-sites.ts'
import { chooseWithKeys } from './choose-with-keys.ts'
import { openShardLoader } from './load-shards.ts'
import { groupHits, type HitGroup, limitHits } from './group-hits.ts'
import { makeGroup } from './make-group.ts'
import { rootOf } from './read-own-list.ts'
import { makeStrip } from './make-strip.ts'
import { readQuery } from './read-query.ts'
import type { SearchPlace } from './search-place.ts'
import { type FoundDeck, openSlideIndex } from './slide-index.ts'

// Long enough that a search follows a word, not each of its letters, on a slow phone.
const PAUSE = 80
// Screen readers say the result once per word.
const SAY_AFTER = 700
const PAGE = 20

/** Shows what the words in the field find, and goes on looking through older years while they are asked for. */
export function openSearch(place: SearchPlace): void {
  const { field, results, lang, shards, title } = place
  const words = SEARCH_WORDS[chooseLanguage([lang], SEARCH_WORDS)]
  // Addresses of decks are seen from the root of the site, which is above the folder of the shards.
  const root = rootOf(shards[0]?.src ?? '')
  const index = openSlideIndex()
  const heading = makeElement('h2', { id: 'hits-name' })
  const note = makeElement('p', { className: 'hits-note' })
  const list = makeElement('ol', { className: 'hits' })
  const looked = makeElement('p', { className: 'hits-looked' })
  const status = makeElement('p', { className: 'hits-status', role: 'status' })
  const strip = makeElement('div')
  const order = makeElement('p', { className: 'hits-order' })
  const more = makeElement('p', { className: 'hits-more' })
  results.append(heading, note, strip, order, list, more, looked, status)
  let [isNewest, shown, asked, hasAskedMore] = [false, PAGE, '', false]
  let found: Found | undefined
  let opened: readonly FoundDeck[] = []

  const links = () => [...list.querySelectorAll('a')]
  const orders = [false, true].map((newest) => ({
    newest,
    button: makeButton(newest ? words.newest : words.best, () => {
      isNewest = newest
      show()
    }),
  }))
  const ask = makeButton('', () => askMore())
  const show = () => {
    results.hidden = asked === ''
    if (asked === '') return list.replaceChildren()
    const isDone = loader.next() === undefined && others.isComplete()
    const isSearching = loader.isLoading()
    const { hits } = found ?? { hits: [] }
    const text = found && describeResult(asked, found, words, isDone)
    heading.textContent = text && (hits.length > 0 || !isSearching) ? text.heading : words.loading
    note.textContent = hits.length > 0 || !isSearching ? (text?.sentences.join(' ') ?? '') : ''
    strip.replaceChildren(...makeStrip(index.decks(), new Set(hits.map(({ slide }) => slide.deck)), { words, lang }))
    for (const { newest, button } of orders) button.ariaPressed = String(isNewest === newest)
    // A button that is inserted again loses the focus.
    if (order.hasChildNodes() !== hits.length > 1)
      order.replaceChildren(...(hits.length > 1 ? [...orders.map(({ button }) => button), makeElement('span', {}, words.keys)] : []))
    const listed = isNewest ? newestFirst(hits).map((hit) => ({ hit, rest: 0 })) : limitHits(hits, (deck) => opened.includes(deck))
    const namesDecks = new Set(hits.map(({ slide }) => slide.deck.title)).size > 1
    const namesSites = hits.some(({ slide }) => slide.deck.site !== undefined)
    const context = { words, lang, root, namesDecks, ownSite: namesSites ? title : undefined }
    const focused = links().findIndex((link) => link === document.activeElement)
    const groups = groupHits(listed.slice(0, shown))
    let end = 0
    const items = groups.map((group) => {
      const to = (end += group.hits.length)
      return makeGroup(group, { ...context, onMore: () => openDeck(group, to) })
    })
    list.replaceChildren(...items)
    links()[focused]?.focus()
    showMore(listed.length)
    const years = loader.years().map((year) => year || words.undated)
    const skipped = [...others.missing(), ...loader.skipped()]
    const facts = [
      ...(years.length === 0 ? [] : [fill(words.looked, years.join(', '))]),
      ...(loader.hasFailed() ? [words.failed] : []),
      ...(skipped.length === 0 ? [] : [fill(words.notSearched, skipped.join(', '))]),
    ]
    looked.textContent = facts.join(' ')
  }
  // `end` is the number of links up to that group: the next one is the first of those that were left out.
  const openDeck = ({ deck, rest }: HitGroup, end: number) => {
    opened = [...opened, deck]
    shown += rest
    show()
    links()[end]?.focus()
  }
  const showMore = (count: number) => {
    const next = loader.next()
    const [isAsked, isLoading] = [document.activeElement === ask, loader.isLoading()]
    more.replaceChildren()
    if (count > shown)
      more.append(
        makeButton(fill(words.more, Math.min(PAGE, count - shown)), () => {
          const from = shown
          shown += PAGE
          show()
          links()[from]?.focus()
        }),
      )
    ask.textContent = isLoading ? words.loading : loader.hasFailed() ? words.again : fill(words.lookIn, next?.year || words.undated)
    // Not `disabled`: the button would lose the focus.
    ask.ariaDisabled = String(isLoading)
    if (isLoading) more.append(isAsked ? ask : makeElement('span', {}, words.loading))
    else if (next) more.append(ask)
    if (isAsked) (ask.isConnected ? ask : links().at(-1))?.focus()
  }
  const askMore = () => {
    if (loader.isLoading()) return
    hasAskedMore = true
    void loader.loadNext()
  }
  let saying = 0
  const say = () => {
    clearTimeout(saying)
    const texts = asked === '' ? [] : [heading, note, looked].map(({ textContent }) => textContent)
    saying = setTimeout(() => {
      status.textContent = texts.filter((text) => text !== '').join(' ')
    }, SAY_AFTER)
  }
  const search = () => {
    asked = field.value.trim()
    found = asked === '' ? undefined : findSlides(index, readQuery(asked))
    show()
    say()
    goOn()
  }
  // Without being asked: what is small, and as long as nothing is found.
  const goOn = () => {
    const isWanted = loader.isSmall() || (asked !== '' && found?.held !== 'all')
    if (!loader.isLoading() && !loader.hasFailed() && loader.next() && isWanted) void loader.loadNext()
  }
  const loader = openShardLoader(place, index, () => (loader.isLoading() ? show() : search()))
  const others = findOtherSites(place, { own: new URL(root).pathname, onFound: loader.add, onChange: search })

  const start = () => {
    shown = PAGE
    opened = []
    hasAskedMore = false
    search()
  }
  let waiting = 0
  field.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(start, PAUSE)
  })
  chooseWithKeys(field, list, () => {
    if (field.value.trim() !== asked) start()
  })
  // Whoever scrolls to the end wants more.
  new IntersectionObserver(([entry]) => {
    if (
      entry?.isIntersecting &&
      (results.closest('dialog') ? results.scrollTop : scrollY) > 0 &&
      asked !== '' &&
      !loader.isLoading() &&
      !loader.hasFailed() &&
      !hasAskedMore
    )
      askMore()
  }).observe(looked)
  search()
}
