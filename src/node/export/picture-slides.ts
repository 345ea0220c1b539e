import { answerFrom } from '../chromium/answer-from.ts'
import type { Chromium } from '../chromium/open-chromium.ts'
import { openDeck } from '../chromium/open-deck.ts'
import type { PageOptions } from '../chromium/open-page.ts'
import { within } from '../chromium/within.ts'
import type { SiteWriter } from '../site/write-site.ts'

export interface PictureOptions {
  readonly chromium: Chromium
  /** Folder of a built site. */
  readonly site: string
  /** Path of the deck's page in it. */
  readonly page: string
  readonly writer: SiteWriter
  /** In pixels. */
  readonly width: number
  readonly onProgress: (done: number, all: number) => void
}

// In milliseconds.
const LIMIT = 60_000
const WINDOW = { width: 1280, height: 720 }
// Turns off the controls around the slide.
const BARE = '?controls=false&progress=false&slideNumber=false&transition=none'
const STEPS =
  '.reveal .slides .fragment{visibility:visible!important;opacity:1!important}.viewer,.viewer-films,.skip{display:none!important}'

/** Writes each slide of a deck as a PNG, `01.png` and on, in the deck's proportions and with all its steps. Returns the names, with their sizes in bytes. Throws where Chromium does not start. */
export async function pictureSlides({
  chromium,
  site,
  page: file,
  writer,
  width,
  onProgress,
}: PictureOptions): Promise<ReadonlyMap<string, number>> {
  const browser = await chromium.start()
  const open = async (size: Omit<PageOptions, 'answer'>) => {
    const page = await browser.openPage({ ...size, answer: answerFrom(site) })
    await inTime(openDeck(page, file, BARE))
    return page
  }
  const first = await open(WINDOW)
  const size = await first.call(sizeOf)
  await first.close()
  // A window as large as a slide, scaled to the requested width.
  const page = await open({ ...size, scale: width / size.width })
  const slides = await page.call(prepare, STEPS)
  const digits = Math.max(2, String(slides.length).length)
  for (const [index, address] of slides.entries()) {
    await inTime(page.call(goTo, address))
    const name = `${String(index + 1).padStart(digits, '0')}.png`
    writer.write({ path: name, content: await inTime(page.takePicture()) })
    onProgress(index + 1, slides.length)
  }
  await page.close()
  return writer.files
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  const done = await within(
    LIMIT,
    work.then((result) => ({ result })),
  )
  if (!done) throw new Error(`a slide takes longer than ${LIMIT / 1000} seconds`)
  return done.result
}

interface Part {
  readonly classList: { readonly add: (name: string) => void; readonly remove: (name: string) => void }
  readonly dataset: Readonly<Record<string, string | undefined>>
  readonly querySelectorAll: (selector: string) => Iterable<Part>
  /** Of pictures alone. */
  readonly decode?: () => Promise<void>
}

interface Surroundings {
  readonly document: {
    readonly querySelector: (selector: string) => Part | null
    readonly querySelectorAll: (selector: string) => Iterable<Part>
    readonly fonts: { readonly ready: Promise<unknown> }
    readonly head: { readonly append: (element: object) => void }
    readonly createElement: (name: string) => object
  }
  readonly location: { hash: string }
  readonly requestAnimationFrame: (then: () => void) => void
  readonly Image: new () => Part
}

// These run in the page, so they use nothing from outside but types.

function sizeOf(): { width: number; height: number } {
  const { document } = globalThis as unknown as Surroundings
  const options = JSON.parse(document.querySelector('.reveal')?.dataset['options'] ?? '{}') as Record<string, unknown>
  const read = (name: string, otherwise: number) => (typeof options[name] === 'number' ? options[name] : otherwise)
  // The defaults of reveal.js.
  const [width, height] = [read('width', 960), read('height', 700)]
  // A smaller window would get the layout for phones.
  const times = Math.ceil(641 / width)
  return { width: Math.round(width * times), height: Math.round(height * times) }
}

// Adds the style sheet, and returns the addresses of the slides.
function prepare(css: string): string[] {
  const { document } = globalThis as unknown as Surroundings
  document.head.append(Object.assign(document.createElement('style'), { textContent: css }))
  return [...document.querySelectorAll('.slides > section')].flatMap((column, h) => {
    const below = [...column.querySelectorAll(':scope > section')]
    return below.length === 0 ? [`#/${h}`] : below.map((_, v) => `#/${h}/${v}`)
  })
}

async function goTo(address: string): Promise<void> {
  const { document, location, requestAnimationFrame: frame, Image } = globalThis as unknown as Surroundings
  const painted = () => new Promise<void>((resolve) => frame(() => frame(resolve)))
  location.hash = address
  await painted()
  const slide = document.querySelector('.slides > .present:not(.stack), .slides > .present > .present')
  for (const step of slide?.querySelectorAll('.fragment') ?? []) {
    step.classList.add('visible')
    step.classList.remove('current-fragment')
  }
  const behind = slide?.dataset['backgroundImage']
  const pictures = [
    ...(slide?.querySelectorAll('img') ?? []),
    ...(behind === undefined ? [] : [Object.assign(new Image(), { src: behind })]),
  ]
  await Promise.all(pictures.flatMap((picture) => (picture.decode ? [picture.decode().catch(() => undefined)] : [])))
  await document.fonts.ready
  await painted()
}
