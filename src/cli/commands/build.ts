import path from 'node:path'
import { SITE_FILE } from '../../core/config/site-file.ts'
import { safeText } from '../../core/diagnostics/safe-text.ts'
import type { Question } from '../../node/compose/deck-questions.ts'
import { publishPart } from '../../node/parts/build-part.ts'
import { type BuiltSite, publishSite } from '../../node/site/build-site.ts'
import { reportLayout } from '../check-site.ts'
import { showBuilt } from '../show-built.ts'
import type { Terminal, VersionedTerminal } from '../terminal.ts'
import { needDeck } from '../need-deck.ts'
import { readDay } from '../read-day.ts'
import { wordsFor } from '../default-folder.ts'
import { commandLine, findDecks, nameLeftOut, readBase, readRevision, readShard, siteAbove, UsageError } from '../usage.ts'
import { describeChange } from '../describe-change.ts'
import { withWorkshop, type Workshop } from '../workshop.ts'

export interface BuildOptions {
  /** Missing where it is not named. */
  readonly out?: string
  readonly base: string
  readonly revision?: string
  readonly shard?: string
  readonly layout?: true
  readonly drafts?: true
  readonly json?: true
  readonly all?: true
  /** False with `--no-cache`. */
  readonly cache: boolean
  readonly verbose?: true
}

/** Builds the site of a folder of decks, or of one deck. Returns the exit status: 0, or 1 if there are errors. */
export async function build(target: string, options: BuildOptions, terminal: VersionedTerminal): Promise<number> {
  const started = performance.now()
  const { root: folder, only } = findDecks(target)
  const base = readBase(options.base)
  const revision = options.revision === undefined ? undefined : readRevision(options.revision)
  const shard = options.shard === undefined ? undefined : readShard(options.shard)
  if (shard && only !== undefined) throw new UsageError('--shard needs a folder of decks, not one deck')
  if (shard && options.layout) throw new UsageError('--shard and --layout exclude each other; add --layout to "hedgerow merge"')
  const out = options.out ?? (shard ? `part-${shard.number}` : 'dist')
  const today = readDay('today', new Date())
  let unchanged = 0
  const onDeck = (deck: string, changed?: Question | 'unknown') => {
    if (changed === undefined) unchanged += 1
    else if (options.verbose) terminal.log(describeChange(deck, changed))
  }
  const make = async (workshop: Workshop) => {
    const output = await workshop.openOutput(out, only)
    const onProgress = (done: number, all: number) => terminal.progress(`building ${done} of ${all} decks`)
    const onFile = (format: string, done: number, all: number) => terminal.progress(`made ${done} of ${all} files (${format})`)
    const building = {
      ...workshop,
      only: only === undefined ? undefined : (file: string) => file === only,
      withoutDrafts: !options.drafts,
      today,
      base,
      revision,
      onProgress,
      onFile,
    }
    const built = shard ? await publishPart({ ...building, shard, version: terminal.version }, output) : await publishSite(building, output)
    if (options.layout && built.decks.length > 0) await reportLayout(built, { site: out, chromium: workshop.chromium, terminal })
    return { built, before: output.before }
  }
  const { built, before } = await withWorkshop(folder, terminal, make, { withoutCache: !options.cache, onDeck })
  const isEmptyPart = shard && built.content.decks.length > 0
  if (!isEmptyPart && built.decks.length === 0 && built.diagnostics.every(({ severity }) => severity !== 'error'))
    throw new UsageError(only === undefined ? noDecks(folder, built) : noDeck(target, only, built))
  if (only === undefined && !options.json) logSiteAbove(folder, terminal)
  const shown = only === undefined ? built : { ...built, content: { ...built.content, skipped: [], drafts: [] } }
  const milliseconds = Math.round(performance.now() - started)
  const part = shard && `part ${shard.number} of ${shard.count}`
  return showBuilt(shown, { ...options, folder, out, part, before, unchanged, milliseconds }, terminal)
}

// Its options and other decks are easily missed from a folder below.
function logSiteAbove(folder: string, terminal: Terminal): void {
  const site = siteAbove(path.resolve(folder))
  if (site === undefined || path.relative(folder, site) === '') return
  const named = path.relative('.', site) || '.'
  terminal.log(safeText(`this folder is part of the site in "${named}"; to build that: ${commandLine(['build', named], process.env)}`))
}

function noDecks(folder: string, { content }: BuiltSite): string {
  const { skipped, candidates, drafts } = content
  if (drafts.length > 0)
    return `no decks in "${folder}" but some that are not published: ${nameLeftOut(content)}; to publish them, add --drafts`
  if (skipped.length === 0) return `no Markdown files in "${folder}"`
  const [best] = candidates
  if (best)
    return `no decks in "${folder}": ${safeText(best.file)} looks most like a deck (${best.signs.found.join(', ')}); add "type: slide" to its front matter, or list it under "include" in ${SITE_FILE}`
  const files = skipped.length === 1 ? `${safeText(skipped[0] ?? '')} does not look` : `none of its ${skipped.length} Markdown files looks`
  const create = commandLine(['new', 'My talk', ...wordsFor(folder, '--folder')], process.env)
  return `no decks in "${folder}": ${files} like a deck; a deck starts with front matter that has "type: slide"; to create one: ${create}`
}

function noDeck(target: string, only: string, { content }: BuiltSite): string {
  needDeck(target, only, content)
  return `${safeText(target)} is not published, as a draft, a template or a deck with a future date; to publish it, add --drafts`
}
