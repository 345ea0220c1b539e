import type { Handout } from '../page-events.ts'

// In millimetres: the area between the margins of a page, and the largest slide by the number of slides per page.
const PAGE = { width: 178, height: 257 }
const WIDEST = { 1: 177, 2: 112, 3: 96 } as const
const HIGHEST = { 1: 140, 2: 124, 3: 80 } as const
// Lines to write on, for a slide without notes.
const LINES = 8
const PIXELS = 96 / 25.4

/** Moves the slides onto sheets, each scaled down and next to or above its notes. */
export function layOutHandout(slides: readonly HTMLElement[], { perPage, title, date }: Handout): void {
  const reveal = document.querySelector<HTMLElement>('.reveal')
  if (!reveal) return
  const sizes = getComputedStyle(document.documentElement)
  const [width, height] = ['--page-width', '--page-height'].map((name) => Number.parseFloat(sizes.getPropertyValue(name)))
  if (width === undefined || height === undefined) return
  const scale = Math.min((WIDEST[perPage] * PIXELS) / width, (HIGHEST[perPage] * PIXELS) / height)
  const handout = document.createElement('div')
  handout.className = `handout of-${perPage}`
  handout.style.setProperty('--sheet', `${PAGE.height / perPage - (perPage === 1 ? 0 : 1)}mm`)
  for (const slide of slides) {
    const tall = Math.max(slide.getBoundingClientRect().height, height)
    const picture = element('picture')
    picture.style.width = `${width * scale}px`
    picture.style.height = `${height * scale}px`
    const scaled = element('scaled')
    const own = scale * (height / tall)
    // A slide that would take several pages is scaled down further.
    scaled.style.cssText = `width:${width}px;transform:translateX(${((scale - own) * width) / 2}px) scale(${own})`
    const notes = notesOf(slide)
    const column = slide.parentElement?.closest('section')
    const [holder, inner] = [reveal.cloneNode(false), element('slides')]
    const stack = column?.cloneNode(false)
    inner.append(stack ?? slide)
    stack?.appendChild(slide)
    holder.appendChild(inner)
    scaled.append(holder)
    picture.append(scaled)
    const sheet = document.createElement('article')
    sheet.append(picture, notes)
    handout.append(sheet)
  }
  reveal.remove()
  document.body.append(handout)
  document.documentElement.classList.add('on-sheets')
  const page = document.createElement('style')
  const text = (value: string) => `content:"${value.replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`
  const font = 'font:8.5pt sans-serif;color:#444'
  page.textContent = `@page{size:A4;margin:20mm 16mm;@top-left{${text(title)};${font}}@top-right{${text(date)};${font}}@bottom-right{content:counter(page) " / " counter(pages);${font}}}`
  document.head.append(page)
}

function notesOf(slide: HTMLElement): HTMLElement {
  const notes = element('sheet-notes')
  for (const aside of slide.querySelectorAll('aside.notes')) {
    notes.append(...aside.childNodes)
    aside.remove()
  }
  if (notes.textContent.trim() === '' && !notes.querySelector('img, svg'))
    notes.append(...Array.from({ length: LINES }, () => element('line')))
  return notes
}

function element(name: string): HTMLElement {
  const made = document.createElement('div')
  made.className = name
  return made
}
