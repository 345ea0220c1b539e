import { drawDiagrams } from './draw-diagrams.ts'
import { readAsDocument } from './document-view.ts'
import { openEmbedsOnClick } from './embeds.ts'
import { filterQuery, guardMessages } from './guard.ts'
import { replaceAbsentPictures } from './absent-pictures.ts'
import { present } from './present.ts'

// reveal.js takes options from the address and from messages of anybody: cut down before it starts.
guardMessages()
filterQuery()

const upright = matchMedia('(max-width: 640px) and (orientation: portrait)')

async function start(): Promise<void> {
  const element = document.querySelector<HTMLElement>('.reveal')
  if (!element) return
  replaceAbsentPictures(element)
  openEmbedsOnClick(element)
  drawDiagrams(element)
  await Promise.all([...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(loaded))
  if (!upright.matches) return present(element)
  readAsDocument(element)
  upright.addEventListener('change', () => void present(element), { once: true })
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
