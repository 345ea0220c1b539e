import { readFileSync } from 'node:fs'
import path from 'node:path'
import { didYouMean } from '../../core/diagnostics/nearest.ts'
import { GET_CHROMIUM } from '../../core/diagnostics/catalogue/entry.ts'
import { SITE_FILE } from '../../core/config/site-file.ts'
import type { DeckSummary } from '../../core/model.ts'
import type { DeckOutput } from '../../core/outputs/deck-outputs.ts'
import { deckOutput, downloadNames } from '../../core/outputs/outputs-of-deck.ts'
import { PADS_LOCK } from '../../core/pads/pads-lock.ts'
import { pagePath } from '../../core/pages/urls.ts'
import { type BuiltSite, withTemporarySite } from '../../node/site/build-site.ts'
import { readMaker, writeArchive } from '../../node/export/write-archive.ts'
import type { Chromium } from '../../node/chromium/open-chromium.ts'
import { pictureSlides } from '../../node/export/picture-slides.ts'
import { onMachine } from '../../node/files/system-errors.ts'
import { writeWhole } from '../../node/files/write-file.ts'
import { isInside, toSlashes } from '../../node/files/paths.ts'
import { openSiteWriter } from '../../node/site/write-site.ts'
import { singleFile } from '../../node/site/single-file.ts'
import { needDeck } from '../need-deck.ts'
import { logDiagnostics, seeAll, type Terminal } from '../terminal.ts'
import { findDecks, needFolder, plural, UsageError } from '../usage.ts'
import { withWorkshop, type Workshop } from '../workshop.ts'

export interface ExportOptions {
  readonly singleFile?: true
  readonly images?: true
  /** Names of outputs, with commas. */
  readonly as?: string
  readonly width: string
  readonly notes?: true
  readonly out: string
  readonly root?: string
}

/** What the exported files are made from. */
interface Export {
  readonly workshop: Workshop
  readonly deck: DeckSummary
  /** Folder of a site that holds the deck. */
  readonly site: string
  readonly built: BuiltSite
  readonly terminal: Terminal
}

/** Exports a deck as a single file, as images or in other formats. Returns the exit status: 0, or 1 if the deck has errors. */
export async function exportDeck(file: string, options: ExportOptions, terminal: Terminal): Promise<number> {
  const formats = formatsOf(options.as)
  if (!options.singleFile && !options.images && formats.length === 0)
    throw new UsageError('choose a format: --single-file, --images or --as')
  const width = readWidth(options.width)
  const { root, only } = locateDeck(file, options.root)
  return withWorkshop(root, terminal, async (workshop) => {
    const { chromium } = workshop
    if (options.images && !chromium) throw new UsageError(`--images needs Chromium: ${GET_CHROMIUM}`)
    const selection = { formats, withNotes: options.notes, only: (path: string) => path === only, onProgress: () => undefined }
    return withTemporarySite({ ...workshop, ...selection }, async ({ folder: site, built }) => {
      const [deck] = built.decks
      needDeck(file, only, built.content)
      if (deck?.isWithoutSource && formats.includes(deckOutput('source').name))
        throw new UsageError(`the source of ${file} may contain notes, which are not published; --notes exports it with them`)
      const written: string[] = []
      if (deck) {
        const parts = { workshop, deck, site, built, terminal }
        written.push(...formats.flatMap((name) => copyOutput(deckOutput(name), parts, options.out)))
        if (options.singleFile) written.push(...(await writeFile(parts, options.out)))
        if (options.images && chromium) written.push(await writePictures({ ...parts, chromium }, options.out, width))
      }
      const concerned = new Set([only, SITE_FILE, PADS_LOCK, ...(deck?.assets ?? [])])
      // In an export no diagram is drawn later, in the browser of a viewer.
      const shown = built.diagnostics.filter(({ file: of, code }) => concerned.has(of) && code !== 'diagram-in-browser')
      logDiagnostics(terminal, shown, root, { hint: seeAll(root) })
      for (const line of written) terminal.log(line)
      return shown.some(({ severity }) => severity === 'error') ? 1 : 0
    })
  })
}

function copyOutput({ pathOf }: DeckOutput, { deck, site, built, terminal }: Export, out: string): string[] {
  const file = pathOf(deck.id)
  // If there is none, a message says why.
  if (!built.files.has(file)) return []
  const target = path.join(out, `${nameOf(deck)}${pathOf('')}`)
  onMachine(`${target} cannot be written`, () => writeWhole(target, readFileSync(path.join(site, file))))
  return [`exported ${terminal.paint('bold', target)}`]
}

async function writeFile({ workshop, deck, site, built, terminal }: Export, out: string): Promise<string[]> {
  const { root, client, clientFolder } = workshop
  const { files, own, content } = built
  const html = singleFile(deck, { site, files, client, clientFolder, options: content.options, report: content.report })
  if (html === undefined) return []
  const target = path.join(out, nameOf(deck))
  const output = await workshop.openOutput(target)
  const page = await writeArchive(deck, html, {
    output,
    root,
    lang: content.options.lang,
    own: own.assets,
    pads: content.pads,
    client,
    clientFolder,
    maker: readMaker(),
  })
  const size = `${(Buffer.byteLength(html) / 1e6).toFixed(1)} MB`
  return [`exported ${terminal.paint('bold', path.join(target, page))}: ${plural(deck.slides, 'slide')}, ${size}`]
}

async function writePictures(
  { chromium, workshop, deck, site, terminal }: Export & { readonly chromium: Chromium },
  out: string,
  width: number,
): Promise<string> {
  const target = path.join(out, `${nameOf(deck)}-images`)
  const output = await workshop.openOutput(target)
  const pictures = await pictureSlides({
    chromium,
    site,
    width,
    page: pagePath(deck.id),
    writer: openSiteWriter(output.staging),
    onProgress: (done, all) => terminal.progress(`exporting slide ${done} of ${all}`),
  })
  await output.commit(pictures)
  return `exported ${terminal.paint('bold', target)}: ${plural(pictures.size, 'image')}, ${width} pixels wide`
}

// The ids of decks in one site are unique.
function nameOf({ id }: DeckSummary): string {
  return id.replaceAll('/', '-')
}

function locateDeck(file: string, given: string | undefined): { root: string; only: string } {
  const found = findDecks(file)
  if (found.only === undefined) throw new UsageError(`"${file}" is a folder; choose one deck in it`)
  if (given === undefined) return { root: found.root, only: found.only }
  needFolder(given)
  if (!isInside(given, file)) throw new UsageError(`${file} is not in ${given}`)
  return { root: given, only: toSlashes(path.relative(given, file)) }
}

function formatsOf(written = ''): readonly string[] {
  const names = written.split(',').map((name) => name.trim())
  const formats = names.filter((name) => name !== '')
  const known = downloadNames()
  const foreign = formats.find((name) => !known.includes(name))
  if (foreign !== undefined)
    throw new UsageError(`--as: unknown format "${foreign}"; available: ${known.join(', ')}${didYouMean(foreign, known)}`)
  return [...new Set(formats)]
}

function readWidth(text: string): number {
  const width = Number(text)
  if (!Number.isInteger(width) || width < 100 || width > 7680)
    throw new UsageError(`--width must be a whole number from 100 to 7680; got "${text}"`)
  return width
}
