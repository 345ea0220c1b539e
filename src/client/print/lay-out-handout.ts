import type { Handout } from '../page-events.ts'

// In millimetres: the area between the margins of a page, the gap between slide and notes, and between lines to write on.
const PAGE = { width: 178, height: 255 }
const GAP = 6
const LINE = 8
const SHEETS = { 1: PAGE.height, 2: 126, 3: 84 } as const
// The largest slide by the number of slides per page, so that there is space for notes below or beside it.
const LARGEST = {
  1: { width: 177, height: 150 },
  2: { width: 150, height: 86 },
  3: { width: 112, height: 80 },
} as const
// Notes stand beside a slide if they have as much space there.
const NARROWEST = 55
const PIXELS = 96 / 25.4

/** Moves the slides onto sheets, each scaled down and next to or above its notes. */
export function layOutHandout(slides: readonly HTMLElement[], { perPage, title, date }: Handout): void {
  const reveal = document.querySelector<HTMLElement>('.reveal')
  if (!reveal) return
  const sizes = getComputedStyle(document.documentElement)
  const [width, height] = ['--page-width', '--page-height'].map((name) => Number.parseFloat(sizes.getPropertyValue(name)))
  if (width === undefined || height === undefined) return
  const largest = LARGEST[perPage]
  const scale = Math.min((largest.width * PIXELS) / width, (largest.height * PIXELS) / height)
  const isBeside = perPage > 1 && PAGE.width - (width * scale) / PIXELS - GAP >= NARROWEST
  const left = SHEETS[perPage] - (isBeside ? 0 : (height * scale) / PIXELS + GAP)
  const handout = document.createElement('div')
  handout.className = `handout of-${perPage} ${isBeside ? 'beside' : 'below'}`
  handout.style.setProperty('--sheet', `${SHEETS[perPage]}mm`)
  for (const slide of slides) {
    const tall = Math.max(slide.getBoundingClientRect().height, height)
    const picture = element('picture')
    picture.style.width = `${width * scale}px`
    picture.style.height = `${height * scale}px`
    const scaled = element('scaled')
    const own = scale * (height / tall)
    // A slide that would take several pages is scaled down further.
    scaled.style.cssText = `width:${width}px;transform:translateX(${((scale - own) * width) / 2}px) scale(${own})`
    const notes = notesOf(slide, Math.floor(left / LINE))
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
  page.textContent = furniture(title, date, sizes)
  document.head.append(page)
}

/** What stands around each page: the title, the day and the number of the page, in the type of the deck. */
function furniture(title: string, date: string, sizes: CSSStyleDeclaration): string {
  const text = (value: string) => `content:"${value.replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`
  const read = (name: string, plain: RegExp, otherwise: string) => {
    const value = sizes.getPropertyValue(name).trim()
    return plain.test(value) ? value : otherwise
  }
  // Boxes in the margin inherit nothing from the page, and authors can set these properties.
  const family = read('--r-main-font', /^[\w\s,'"-]+$/, 'sans-serif')
  const colour = read('--deck-accent', /^(#[\da-f]+|\w+)$/i, '#999')
  const box = (weight: number, more: string) => `{font:${weight} 8.5pt ${family};color:#333;${more}}`
  const top = `vertical-align:bottom;padding-bottom:2mm;margin-bottom:4mm;border-bottom:0.4mm solid ${colour}`
  return `@page{size:A4;margin:22mm 16mm 20mm;@top-left${box(700, `${text(title)};width:128mm;${top}`)}@top-right${box(400, `${text(date)};width:50mm;${top}`)}@bottom-right${box(400, 'content:counter(page) " / " counter(pages);vertical-align:top;padding-top:5mm')}}`
}

/** The notes of a slide, or lines to write on. */
function notesOf(slide: HTMLElement, lines: number): HTMLElement {
  const notes = element('sheet-notes')
  for (const aside of slide.querySelectorAll('aside.notes')) {
    notes.append(...aside.childNodes)
    aside.remove()
  }
  if (notes.textContent.trim() === '' && !notes.querySelector('img, svg'))
    notes.replaceChildren(...Array.from({ length: lines }, () => element('line')))
  return notes
}

function element(name: string): HTMLElement {
  const made = document.createElement('div')
  made.className = name
  return made
}
