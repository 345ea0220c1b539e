import { drawDiagrams } from './diagrams/draw-diagrams.ts'
import { readAsDocument } from './viewer/document-view.ts'
import { openEmbedsOnClick } from './viewer/embeds.ts'
import { filterQuery, guardMessages } from './guard.ts'
import { replaceAbsentPictures } from './viewer/absent-pictures.ts'
import { present } from './viewer/present.ts'
import { isFramed } from './viewer/frame-mode.ts'
import { openReaderBar } from './viewer/open-viewer.ts'
import { chooseSpeech, openAnnouncer } from './viewer/speak.ts'

// reveal.js takes options from the address and from messages of anybody: cut down before it starts.
guardMessages()
filterQuery()

// Where slides would be too small to read; the style sheet asks the same.
const narrow = matchMedia('(max-width: 640px) and (orientation: portrait), (max-width: 480px)')

async function start(): Promise<void> {
  const element = document.querySelector<HTMLElement>('.reveal')
  if (!element) return
  const speech = chooseSpeech(element)
  const announce = openAnnouncer(speech)
  const prepare = (root: HTMLElement) => {
    replaceAbsentPictures(root, speech)
    drawDiagrams(root)
  }
  prepare(element)
  openEmbedsOnClick(element)
  document.dispatchEvent(new CustomEvent('hedgerow:start', { detail: prepare }))
  await Promise.all([...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(loaded))
  if (!narrow.matches || isFramed) return present(element, speech, announce)
  readAsDocument(element)
  const bar = openReaderBar(speech, announce)
  narrow.addEventListener(
    'change',
    () => {
      bar.close()
      void present(element, speech, announce)
    },
    { once: true },
  )
}

function loaded(link: HTMLLinkElement): Promise<unknown> {
  return new Promise((resolve) => {
    // A sheet that failed before we asked says nothing any more; with the page complete there is none to wait for.
    if (link.sheet || document.readyState === 'complete') resolve(link)
    link.addEventListener('load', resolve, { once: true })
    link.addEventListener('error', resolve, { once: true })
  })
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => void start())
else void start()
