import { siteOutputs } from '../../core/outputs/site-outputs.ts'
import type { DeckSummary } from '../../core/model.ts'
import { type ComposedSite, joinDecks } from './compose-site.ts'
import { finishPages } from './finish-pages.ts'
import type { Destination, MadeDecks, MakeOptions } from './make-decks.ts'
import { takenPaths } from './taken-paths.ts'
import { copyClientFiles } from './write-site.ts'

/** What it takes to finish a site. */
export interface FinishOptions extends Pick<
  MakeOptions,
  'client' | 'clientFolder' | 'formats' | 'revision' | 'withoutFiles' | 'cardCache'
> {
  /** Path under which the site is published; starts and ends with `/`. */
  readonly base: string
}

export interface BuiltSite extends Omit<ComposedSite, 'site'> {
  readonly decks: readonly DeckSummary[]
  /** Paths of the site's files, and their size in bytes. */
  readonly files: ReadonlyMap<string, number>
}

/**
 * Makes all that belongs to the site, once its decks are made: the links between them, the pages that list them, and the site's own files.
 * Throws `MachineFault` if a file cannot be written.
 */
export async function finishSite(made: MadeDecks, options: FinishOptions, { folder, writer }: Destination): Promise<BuiltSite> {
  const { client, clientFolder, base, formats, revision } = options
  const { site, ...joined } = joinDecks(made, formats)
  const { decks } = site
  const drawCard = async () => {
    // Sites that are built to be measured, printed or made into single files are temporary.
    if (options.withoutFiles || formats) return
    // Imported only here, since most commands draw no cards.
    const { makeSiteCard } = await import('./make-cards.ts')
    await makeSiteCard({ folder, decks, own: made.own, content: { ...made.content, options: site.options }, writer }, options)
  }
  for (const diagnostic of made.later) made.content.diagnostics.push(diagnostic)
  await finishPages(site, { writer, formats, revision, isTaken: takenPaths({ ...made, decks }) })
  for (const output of siteOutputs) {
    if (!output.isWanted(site.options)) continue
    if (output.stage === 'files') {
      if (output.name === 'card') await drawCard()
      continue
    }
    for (const file of output.make(site, { client, base })) writer.write(file)
    for (const style of output.styles?.(site, client) ?? []) copyClientFiles(writer, clientFolder, [style.file, ...style.files])
  }
  return { ...joined, decks, files: writer.files }
}
