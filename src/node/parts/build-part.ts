import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ClientBundle } from '../../core/model.ts'
import type { Shard } from '../content/split-decks.ts'
import { sha256 } from '../files/sha256.ts'
import { type BuildOptions, type BuiltSite, publish, type PublishedSite } from '../site/build-site.ts'
import { listDecks, type OpenSite } from '../site/compose-site.ts'
import { makeDecks } from '../site/make-decks.ts'
import type { OutputFolder } from '../site/output-folder.ts'
import { openSiteWriter } from '../site/write-site.ts'
import { detailsPath, type PartOrigin, type PartSettings, SITE_FOLDER, stateFile } from './part-file.ts'

export interface PartOptions extends BuildOptions {
  readonly shard: Shard
  /** ISO date. */
  readonly today: string
  /** Version of Hedgerow. */
  readonly version: string
}

/**
 * Makes one part of a site: the pages and files of its decks, and a file with all that `mergeParts` needs to make the rest. An earlier part in
 * the folder is replaced, unless the site has no decks. Throws `MachineFault` if a file cannot be written.
 */
export function publishPart(options: PartOptions, output: OutputFolder): Promise<PublishedSite> {
  return publish(
    output,
    () => buildPart(options, output),
    ({ content }) => content.decks.length > 0,
  )
}

async function buildPart(options: PartOptions, { staging }: OutputFolder): Promise<BuiltSite> {
  const folder = path.join(staging, SITE_FOLDER)
  const destination = { folder, writer: openSiteWriter(folder) }
  const made = await makeDecks(options, destination)
  destination.writer.flush()
  const { write, files } = openSiteWriter(staging)
  for (const [index, deck] of made.decks.entries())
    if (deck.summary) write({ path: detailsPath(index), content: JSON.stringify(made.detailsOf(deck)) })
  const all = new Map([...files, ...[...destination.writer.files].map(([file, size]) => [`${SITE_FOLDER}/${file}`, size] as const)])
  // One file at a time: a part may be larger than the memory.
  const digests = new Map([...all.keys()].map((file) => [file, sha256(readFileSync(path.join(staging, file)))]))
  const { base, revision, withoutDrafts = false, today, shard } = options
  const day = made.options.future ? undefined : today
  const settings = { base, revision, withoutDrafts: withoutDrafts !== false, today: day }
  const origin = originOf({ ...made, wanted: made.content.decks }, settings, options)
  const state = stateFile({ origin, shard, decks: made.decks, later: made.later, files: digests })
  write(state)
  const { site, ...built } = listDecks(made)
  for (const diagnostic of made.later) made.content.diagnostics.push(diagnostic)
  return { ...built, decks: site.decks, files: all.set(state.path, Buffer.byteLength(state.content)) }
}

/** What the parts of a site must have in common to be merged. */
export function originOf(
  { content, options, wanted }: Pick<OpenSite, 'content' | 'options' | 'wanted'>,
  settings: PartSettings,
  { version, client }: { readonly version: string; readonly client: ClientBundle },
): PartOrigin {
  const { tree, pads, skipped, drafts } = content
  const texts = wanted.map(({ path: file, digest }) => [file, digest])
  const source = { options, tree: { ...tree, files: [...tree.files].toSorted() }, pads: [...(pads ?? [])], skipped, drafts, texts }
  return { version, client: sha256(JSON.stringify(client)), source: sha256(JSON.stringify(source)), settings }
}
