import { readFileSync } from 'node:fs'
import path from 'node:path'
import { didYouMean } from '../../core/diagnostics/nearest.ts'
import { GET_CHROMIUM } from '../../core/diagnostics/catalogue/entry.ts'
import { SITE_FILE } from '../../core/config/read-site-options.ts'
import type { DeckSummary } from '../../core/model.ts'
import type { DeckOutput } from '../../core/outputs/deck-outputs.ts'
import { deckOutput, downloadNames } from '../../core/outputs/outputs-of-deck.ts'
import { pagePath } from '../../core/pages/urls.ts'
import { type BuiltSite, withTemporarySite } from '../../node/site/build-site.ts'
import { type Maker, writeArchive } from '../../node/export/write-archive.ts'
import { pictureSlides } from '../../node/export/picture-slides.ts'
import { findChromium } from '../../node/chromium/launch-chromium.ts'
import { onMachine } from '../../node/files/system-errors.ts'
import { writeWhole } from '../../node/files/write-file.ts'
import { isInside, toSlashes } from '../../node/files/paths.ts'
import { packageFolder } from '../../node/package/package-paths.ts'
import { readForFrame } from '../../node/files/read-file.ts'
import { openSiteWriter } from '../../node/site/write-site.ts'
import { singleFile } from '../../node/site/single-file.ts'
import { tellDiagnostics, type Terminal } from '../terminal.ts'
import { needFolder, plural, WrongUse } from '../usage.ts'
import { findDecks, withWorkshop, type Workshop } from '../workshop.ts'

interface Options {
  readonly singleFile?: true
  readonly images?: true
  /** Names of outputs, with commas. */
  readonly as?: string
  readonly width: string
  readonly out: string
  readonly root?: string
}

/** What is written is made of this. */
interface Export {
  readonly workshop: Workshop
  readonly deck: DeckSummary
  /** Folder of a site that holds the deck. */
  readonly site: string
  readonly built: BuiltSite
  readonly terminal: Terminal
}

/** Writes a deck as one file, as pictures, or both. Returns the exit status: 0, or 1 where the deck has errors. */
export async function exportDeck(file: string, options: Options, terminal: Terminal): Promise<number> {
  const formats = formatsOf(options.as)
  if (!options.singleFile && !options.images && formats.length === 0) throw new WrongUse('choose a format: --single-file, --images or --as')
  const width = readWidth(options.width)
  const chromium = options.images ? chromiumHere() : ''
  const { root, only } = placeOf(file, options.root)
  return withWorkshop(root, terminal, (workshop) =>
    withTemporarySite(
      { ...workshop, formats, only: (path) => path === only, onProgress: () => undefined },
      async ({ folder: site, built }) => {
        const [deck] = built.decks
        const { tree, skipped, diagnostics } = built.content
        if (!tree.documents.includes(only))
          throw new WrongUse(
            `${file} is not read: a deck is a plain file of its folder, not hidden, no template, and no link out of the folder`,
          )
        if (skipped.includes(only))
          throw new WrongUse(`${file} is not a deck: add "type: slide" to its front matter, or list it under "include" in ${SITE_FILE}`)
        const written: string[] = []
        if (deck) {
          const parts = { workshop, deck, site, built, terminal }
          written.push(...formats.flatMap((name) => copyOutput(deckOutput(name), parts, options.out)))
          if (options.singleFile) written.push(...(await writeFile(parts, options.out)))
          if (options.images) written.push(await writePictures(parts, options.out, { width, chromium }))
        }
        const concerned = new Set([only, SITE_FILE, ...(deck?.assets ?? [])])
        // What is said of the page of a site does not hold here: nothing is drawn later.
        const told = diagnostics.filter(({ file: of, code }) => concerned.has(of) && code !== 'diagram-in-browser')
        tellDiagnostics(terminal, told, (source) => readForFrame(root, source))
        for (const line of written) terminal.tell(line)
        return told.some(({ severity }) => severity === 'error') ? 1 : 0
      },
    ),
  )
}

function copyOutput({ pathOf }: DeckOutput, { deck, site, built, terminal }: Export, out: string): string[] {
  const file = pathOf(deck.id)
  // Otherwise a message says why there is none.
  if (!built.files.has(file)) return []
  const target = path.join(out, `${nameOf(deck)}${pathOf('')}`)
  onMachine(`${target} cannot be written`, () => writeWhole(target, readFileSync(path.join(site, file))))
  return [terminal.paint('bold', target)]
}

async function writeFile({ workshop, deck, site, built, terminal }: Export, out: string): Promise<string[]> {
  const { root, client, clientFolder } = workshop
  const { files, own, content } = built
  const html = singleFile(deck, { site, files, client, clientFolder, options: content.options, report: content.report })
  if (html === undefined) return []
  const target = path.join(out, nameOf(deck))
  const output = await workshop.openOutput(target)
  const maker = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as Maker
  const page = await writeArchive(deck, html, { output, root, lang: content.options.lang, own: own.assets, client, clientFolder, maker })
  const size = `${(Buffer.byteLength(html) / 1e6).toFixed(1)} MB`
  return [`exported ${terminal.paint('bold', path.join(target, page))}: ${plural(deck.slides, 'slide')}, ${size}`]
}

async function writePictures(
  { workshop, deck, site, terminal }: Export,
  out: string,
  { width, chromium }: { readonly width: number; readonly chromium: string },
): Promise<string> {
  const target = path.join(out, `${nameOf(deck)}-images`)
  const output = await workshop.openOutput(target)
  const pictures = await pictureSlides({
    ...{ chromium, site, width },
    page: pagePath(deck.id),
    writer: openSiteWriter(output.staging),
    onProgress: (done, all) => terminal.progress(`exporting slide ${done} of ${all}`),
  })
  await output.commit(pictures)
  return `exported ${terminal.paint('bold', target)}: ${plural(pictures.size, 'image')}, ${width} pixels wide`
}

// Decks of one site have different ids, whatever folder they are in.
function nameOf({ id }: DeckSummary): string {
  return id.replaceAll('/', '-')
}

function placeOf(file: string, given: string | undefined): { root: string; only: string } {
  const found = findDecks(file)
  if (found.only === undefined) throw new WrongUse(`"${file}" is a folder; choose one deck in it`)
  if (given === undefined) return { root: found.root, only: found.only }
  needFolder(given)
  if (!isInside(given, file)) throw new WrongUse(`${file} is not in ${given}`)
  return { root: given, only: toSlashes(path.relative(given, file)) }
}

function formatsOf(written = ''): readonly string[] {
  const names = written.split(',').map((name) => name.trim())
  const formats = names.filter((name) => name !== '')
  const known = downloadNames()
  const foreign = formats.find((name) => !known.includes(name))
  if (foreign !== undefined)
    throw new WrongUse(`--as: there is no format "${foreign}"${didYouMean(foreign, known)}; there are ${known.join(', ')}`)
  return [...new Set(formats)]
}

function readWidth(text: string): number {
  const width = Number(text)
  if (!Number.isInteger(width) || width < 100 || width > 7680)
    throw new WrongUse(`--width must be a whole number from 100 to 7680; got "${text}"`)
  return width
}

function chromiumHere(): string {
  const found = findChromium(process.env)
  if (found !== undefined) return found
  throw new WrongUse(`--images needs Chromium: ${GET_CHROMIUM}`)
}
