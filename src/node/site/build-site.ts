import { setImmediate } from 'node:timers/promises'
import { isSvg } from '../../core/files.ts'
import type { DeckSummary, StyleBundle } from '../../core/model.ts'
import { siteOutputs } from '../../core/outputs/site-outputs.ts'
import { CLIENT_FOLDER } from '../../core/pages/urls.ts'
import { withFileInside } from '../files/read-file.ts'
import { MachineFault, reasonOfFile } from '../files/system-errors.ts'
import { withTemporaryFolder } from '../files/temporary-folder.ts'
import { type ComposedSite, composeSite, type Tools } from './compose-site.ts'
import type { FileTools } from './finished-site.ts'
import { makeFiles } from './make-files.ts'
import type { OutputFolder } from './output-folder.ts'
import { addSeries } from './add-series.ts'
import { openSiteWriter } from './write-site.ts'

export interface BuildOptions extends Tools, FileTools {
  readonly root: string
  /** Path under which the site is published; starts and ends with `/`. */
  readonly base: string
  /** Called with the number of composed decks. */
  readonly onProgress: (done: number, all: number) => void
}

export interface BuiltSite extends Omit<ComposedSite, 'site'> {
  readonly decks: readonly DeckSummary[]
  /** Paths of the site's files, and their size in bytes. */
  readonly files: ReadonlyMap<string, number>
}

/** Writes the site of a folder of decks to `output`, and returns what was built. Throws `MachineFault` if a file cannot be written. */
export async function buildSite(options: BuildOptions, output: Pick<OutputFolder, 'staging'>): Promise<BuiltSite> {
  const { root, client, diagramRenderer, base, onProgress } = options
  const writer = openSiteWriter(output.staging)
  const { write, copy, files } = writer
  const styles = new Set<StyleBundle>()
  const { site, ...composed } = await composeSite(root, options, (deck, drawings, { done, all }) => {
    for (const file of [...deck.pages, ...drawings]) write(file)
    for (const style of deck.styles) styles.add(style)
    if (deck.drawsInPage && diagramRenderer.script) {
      copy(diagramRenderer.script.file, `${CLIENT_FOLDER}/${diagramRenderer.script.name}`)
      copy(diagramRenderer.script.licence, `${CLIENT_FOLDER}/${diagramRenderer.script.name}.licence.txt`)
    }
    onProgress(done, all)
  })
  await addSeries(site, { folder: output.staging, writer, formats: options.formats })
  for (const page of siteOutputs) {
    if (page.stage !== 'pages' || !page.isWanted(site.options)) continue
    for (const file of page.make(site, { client, base })) write(file)
    for (const style of page.styles?.(site, client) ?? []) styles.add(style)
  }
  for (const drawing of composed.own.drawings) write(drawing)
  for (const asset of new Set([composed.own, ...site.decks].flatMap(({ assets }) => assets))) {
    if (isSvg(asset)) continue
    try {
      withFileInside(root, asset, (open) => copy(open.path, asset))
    } catch (cause) {
      composed.content.report('file-unreadable', { file: asset }, reasonOfFile(asset, cause))
    }
    // Lets the folder's lock be refreshed, and signals be handled.
    await setImmediate()
  }
  const content = { ...composed.content, options: site.options }
  await makeFiles({ folder: output.staging, decks: site.decks, own: composed.own, content, writer, styles }, options)
  return { ...composed, decks: site.decks, files }
}

export interface PublishedSite extends BuiltSite {
  /** Path of the old site where that could not be removed. */
  readonly leftover: string | undefined
}

/**
 * Builds a site and replaces the old one, which stays if no deck could be built. Throws `MachineFault` if a file
 * cannot be written; then, too, the old site stays.
 */
export async function publishSite(options: BuildOptions, output: OutputFolder): Promise<PublishedSite> {
  try {
    const built = await buildSite(options, output)
    const leftover = built.decks.length > 0 ? await output.commit(built.files) : undefined
    if (built.decks.length === 0) output.discard()
    return { ...built, leftover }
  } catch (cause) {
    output.discard()
    if (cause instanceof MachineFault) throw new MachineFault(`${cause.message}; nothing has been published`, { cause: cause.cause })
    throw cause
  }
}

/** A site in a temporary folder. */
export interface TemporarySite {
  readonly folder: string
  readonly built: BuiltSite
}

/** Builds a site that `work` needs, and removes it when the work is done, has failed or is stopped. */
export function withTemporarySite<T>(options: Omit<BuildOptions, 'base'>, work: (site: TemporarySite) => Promise<T>): Promise<T> {
  return withTemporaryFolder(async (folder) => work({ folder, built: await buildSite({ ...options, base: '/' }, { staging: folder }) }))
}
