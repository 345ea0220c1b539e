import { setImmediate } from 'node:timers/promises'
import { collect } from '../../core/diagnostics/collect.ts'
import type { Diagnostic, Report } from '../../core/diagnostics/diagnostic.ts'
import { isSvg } from '../../core/files.ts'
import type { DeckSummary, EmittedFile } from '../../core/model.ts'
import { clientIcon } from '../../core/pages/site-icon.ts'
import { CLIENT_FOLDER } from '../../core/pages/urls.ts'
import { withoutCodes } from '../../core/suppressions.ts'
import { reasonOfFile } from '../files/system-errors.ts'
import type { PictureMaker } from '../pictures/picture-maker.ts'
import { type ComposedDecks, composeDecks, type MadeDeck, type Tools } from './compose-site.ts'
import type { FileTools } from './finished-site.ts'
import { makeDeckFiles } from './make-files.ts'
import { publishAsset } from './publish-asset.ts'
import { copyPublisher } from './publish-copies.ts'
import { copyClientFiles, type SiteWriter } from './write-site.ts'

export interface MakeOptions extends Omit<Tools, 'resize'>, FileTools {
  readonly root: string
  /** Missing if what it needs is not installed. */
  readonly pictureMaker?: PictureMaker | undefined
  /** Called with the number of composed decks. */
  readonly onProgress: (done: number, all: number) => void
}

/** Decks whose pages, assets and files have been written. */
export interface MadeDecks extends ComposedDecks {
  /** Messages about the site that were found while files were made from its pages. */
  readonly later: readonly Diagnostic[]
}

/** Where a site is written. */
export interface Destination {
  readonly folder: string
  readonly writer: SiteWriter
}

/**
 * Makes all that belongs to decks: their pages, the files that these load and show, and what is made from the pages. Links to other decks of a
 * series, and to downloads, are added by `finishSite`, since only that knows all decks. Throws `MachineFault` if a file cannot be written.
 */
export async function makeDecks(options: MakeOptions, { folder, writer }: Destination): Promise<MadeDecks> {
  const { root, client, clientFolder, diagramRenderer, pictureMaker, onProgress } = options
  const { write, copy } = writer
  const resize = pictureMaker && copyPublisher(root, pictureMaker, writer)
  const made = await composeDecks(root, { ...options, resize }, (deck, drawings, { done, all }) => {
    for (const page of deck.pages) keepPage(page, writer)
    for (const drawing of drawings) write(drawing)
    copyClientFiles(
      writer,
      clientFolder,
      deck.styles.flatMap(({ file, files }) => [file, ...files]),
    )
    if (deck.drawsInPage && diagramRenderer.script) {
      copy(diagramRenderer.script.file, `${CLIENT_FOLDER}/${diagramRenderer.script.name}`)
      copy(diagramRenderer.script.licence, `${CLIENT_FOLDER}/${diagramRenderer.script.name}.licence.txt`)
    }
    onProgress(done, all)
  })
  const scripts = [client.script, client.stage, client.speaker.script, client.search].map(({ file }) => file)
  const icon = clientIcon(made.options, client)
  copyClientFiles(writer, clientFolder, [...scripts, client.licences, ...(icon === undefined ? [] : [icon])])
  const decks = made.decks.flatMap(({ summary }) => (summary ? [summary] : []))
  const found: Diagnostic[] = []
  const report = collect(found)
  await copyAssets(made, decks, { root, writer, report })
  const content = { ...made.content, options: made.options, report }
  await makeDeckFiles({ folder, decks, own: made.own, content, writer }, options)
  return { ...made, ...sortMessages(made.decks, withoutCodes(found, made.options.ignore)) }
}

// What `finishPages` changes; it needs the others as they are.
function keepPage({ path, content }: EmittedFile, { hold, write }: SiteWriter): void {
  if (path.endsWith('.html') && typeof content === 'string') hold({ path, content })
  else write({ path, content })
}

async function copyAssets(
  { own }: Pick<ComposedDecks, 'own'>,
  decks: readonly DeckSummary[],
  { root, writer, report }: { readonly root: string; readonly writer: SiteWriter; readonly report: Report },
): Promise<void> {
  for (const drawing of own.drawings) writer.write(drawing)
  for (const asset of new Set([own, ...decks].flatMap(({ assets }) => assets))) {
    if (isSvg(asset)) continue
    try {
      publishAsset(root, asset, writer)
    } catch (cause) {
      report('file-unreadable', { file: asset }, reasonOfFile(asset, cause))
    }
    // Lets the folder's lock be refreshed, and signals be handled.
    await setImmediate()
  }
}

/** Adds messages to the decks that they are about, or that are the first to show the file that they are about. */
function sortMessages(decks: readonly MadeDeck[], found: readonly Diagnostic[]): Pick<MadeDecks, 'decks' | 'later'> {
  const left = new Set(found)
  const take = (files: ReadonlySet<string>): readonly Diagnostic[] => {
    const taken = [...left].filter(({ file }) => files.has(file))
    for (const diagnostic of taken) left.delete(diagnostic)
    return taken
  }
  const sorted = decks.map((deck) => {
    const more = left.size === 0 ? [] : take(new Set([deck.path, ...(deck.summary?.assets ?? [])]))
    return more.length === 0 ? deck : { ...deck, diagnostics: [...deck.diagnostics, ...more] }
  })
  return { decks: sorted, later: [...left] }
}
