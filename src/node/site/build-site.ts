import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { ClientBundle, DeckSummary, StyleBundle } from '../../core/model.ts'
import { outputs } from '../../core/outputs.ts'
import type { Download } from '../../core/pages/downloads.ts'
import { CLIENT_FOLDER } from '../../core/pages/relative-urls.ts'
import type { AttachFiles } from './attach-files.ts'
import type { OpenComposer } from '../compose/composer.ts'
import type { Drawer } from '../diagrams/open-drawer.ts'
import { isDrawing } from '../assets/is-drawing.ts'
import { composeSite } from './compose-site.ts'
import type { ComposedSite } from './compose-site.ts'
import { reasonOfFile } from '../files/machine-fault.ts'
import { offerDownloads } from './offer-downloads.ts'
import type { OutputFolder } from './output-folder.ts'
import { withFileInside } from '../files/read-inside.ts'
import { openSiteWriter } from './write-site.ts'

export interface BuildOptions {
  readonly root: string
  readonly client: ClientBundle
  readonly clientFolder: string
  readonly drawer: Drawer
  readonly openComposer: OpenComposer
  /** Path under which the site is published; begins and ends with `/`. */
  readonly base: string
  /** Whether the deck of a path is wanted; without it all are. */
  readonly only?: (path: string) => boolean
  /** What makes more of a site that is finished but for the links to what is made. */
  readonly attach?: readonly AttachFiles[]
  readonly onProgress: (done: number, all: number) => void
}

export interface BuiltSite extends Omit<ComposedSite, 'site'> {
  readonly decks: readonly DeckSummary[]
  /** Paths of the site's files, and their size in bytes. */
  readonly files: ReadonlyMap<string, number>
}

/** Writes the site of a folder of decks to `output`, and returns what it holds. Throws `MachineFault` where anything of it cannot be written. */
export async function buildSite(options: BuildOptions, output: Pick<OutputFolder, 'staging'>): Promise<BuiltSite> {
  const { root, client, drawer, openComposer, base, onProgress } = options
  const writer = openSiteWriter(output.staging)
  const { write, copy, files } = writer
  const used = new Set<StyleBundle>([client.site, client.cover, client.speaker.style])
  const { site, ...loaded } = await composeSite(
    root,
    { client, drawer, openComposer, ...(options.only ? { only: options.only } : {}) },
    ({ pages, styles, drawsInPage }, drawings, { done, all }) => {
      for (const file of [...pages, ...drawings]) write(file)
      for (const style of styles) used.add(style)
      if (drawsInPage && drawer.script) {
        copy(drawer.script.file, `${CLIENT_FOLDER}/${drawer.script.name}`)
        copy(drawer.script.licence, `${CLIENT_FOLDER}/${drawer.script.name}.licence.txt`)
      }
      onProgress(done, all)
    },
  )
  for (const output of outputs) write({ path: output.path, content: output.content(site, { client, base }) })
  const brand = client.brands[site.options.brand]
  if (brand) used.add(brand)
  for (const style of used)
    for (const file of [style.file, ...style.files]) copy(path.join(options.clientFolder, file), `${CLIENT_FOLDER}/${file}`)
  const scripts = [client.script, client.stage, client.speaker.script]
  for (const file of [...scripts.map((script) => script.file), client.licences])
    copy(path.join(options.clientFolder, file), `${CLIENT_FOLDER}/${file}`)
  for (const drawing of loaded.own.drawings) write(drawing)
  for (const asset of new Set([loaded.own, ...site.decks].flatMap(({ assets }) => assets))) {
    if (isDrawing(asset)) continue
    try {
      withFileInside(root, asset, (open) => copy(open.path, asset))
    } catch (cause) {
      loaded.content.report('file-unreadable', { file: asset }, reasonOfFile(asset, cause))
    }
    // Lets the lock of the folder give its sign of life, and the command be stopped.
    await setImmediate()
  }
  const finished = { folder: output.staging, decks: site.decks, content: loaded.content, writer }
  const made: ReadonlyMap<string, Download>[] = []
  for (const attach of options.attach ?? []) made.push(await attach(finished))
  for (const deck of site.decks) {
    const downloads = made.flatMap((of) => of.get(deck.id) ?? [])
    if (downloads.length > 0) offerDownloads(deck, downloads, finished)
  }
  return { ...loaded, decks: site.decks, files }
}
