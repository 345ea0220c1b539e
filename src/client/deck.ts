import { drawDiagrams } from './diagrams/draw-diagrams.ts'
import { filterQuery } from './filter-query.ts'
import { guardMessages } from './message-origins.ts'
import { sendPageEvent } from './page-events.ts'
import { openEmbedsOnClick, replaceMissingImages } from './viewer/slide-media.ts'
import { present } from './viewer/start-reveal.ts'
import { isFramed } from './viewer/frame-mode.ts'
import { markWords, wordsToMark } from './viewer/mark-words.ts'
import { openPhoneView } from './viewer/phone-view.ts'
import { openPhoneBar } from './viewer/phone-bar.ts'
import { isReadHere } from './viewer/read-here.ts'
import { FILMS, offerPause } from './viewer/pause-films.ts'
import { openAnnouncer } from './viewer/announce.ts'
import { offerCopies } from './viewer/copy-code.ts'
import { showCopies } from './viewer/show-copies.ts'
import { chooseLanguage } from './ui-language.ts'

// reveal.js takes options from the address and from messages of any window, so both are filtered before it starts.
guardMessages()
const wanted = wordsToMark(location.href)
filterQuery()

// Where slides would be too small to read; layout.css has the same query.
const narrow = matchMedia('(max-width: 640px) and (orientation: portrait), (max-width: 480px)')

async function start(): Promise<void> {
  const element = document.querySelector<HTMLElement>('.reveal')
  if (!element) return
  const language = chooseLanguage(element)
  const announce = openAnnouncer(language)
  const prepare = (root: HTMLElement) => {
    showCopies(root)
    replaceMissingImages(root, language)
    drawDiagrams(root)
    if (!isFramed) offerCopies(root, language, announce)
  }
  prepare(element)
  openEmbedsOnClick(element)
  sendPageEvent('hedgerow:start', prepare)
  await Promise.all([...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(loaded))
  const isText = isReadHere()
  if (!(narrow.matches || isText) || isFramed) return present(element, language, announce, wanted)
  const leavePhoneView = openPhoneView(element, language)
  const bar = openPhoneBar(element, language, announce, (words) => void markWords(element, words))
  const films = offerPause(element, () => [...element.querySelectorAll<HTMLVideoElement>(FILMS)], language)
  markWords(element, wanted)
  if (isText) return
  narrow.addEventListener(
    'change',
    () => {
      bar.close()
      films.close()
      leavePhoneView()
      void present(element, language, announce, '')
    },
    { once: true },
  )
}

function loaded(link: HTMLLinkElement): Promise<unknown> {
  return new Promise((resolve) => {
    // A sheet that has already failed fires no event; once the page is complete, there is nothing left to wait for.
    if (link.sheet || document.readyState === 'complete') resolve(link)
    link.addEventListener('load', resolve, { once: true })
    link.addEventListener('error', resolve, { once: true })
  })
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => void start())
else void start()
