import path from 'node:path'
import { safeText } from '../../core/diagnostics/safe-text.ts'
import { codeVersion } from '../../node/package/code-version.ts'
import { dayOf } from '../day-of.ts'
import type { MadeSite } from '../make-site.ts'
import { rememberedSite } from '../remembered-site.ts'
import { showBuilt } from '../show-built.ts'
import type { Terminal, VersionedTerminal } from '../terminal.ts'
import { commandLine, findDecks, readBase, readRevision, readShard, siteAbove, UsageError } from '../usage.ts'

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

/** Builds the site of a folder of decks, or of one deck, unless it is there already. Returns the exit status: 0, or 1 if there are errors. */
export async function build(target: string, options: BuildOptions, terminal: VersionedTerminal): Promise<number> {
  const started = performance.now()
  const { root: folder, only } = findDecks(target)
  const base = readBase(options.base)
  const revision = options.revision === undefined ? undefined : readRevision(options.revision)
  const shard = options.shard === undefined ? undefined : readShard(options.shard)
  if (shard && only !== undefined) throw new UsageError('--shard needs a folder of decks, not one deck')
  if (shard && options.layout) throw new UsageError('--shard and --layout exclude each other; add --layout to "hedgerow merge"')
  const out = options.out ?? (shard ? `part-${shard.number}` : 'dist')
  const { drafts, layout, cache, verbose } = options
  const wanted = { folder, only, out, base, revision, drafts, today: dayOf(new Date()), code: codeVersion() }
  const memory = cache && !layout && !shard ? rememberedSite(wanted) : undefined
  const known = memory?.recall()
  // Imported only here, since a site that is there already needs none of it.
  const make = async (): Promise<MadeSite> =>
    (await import('../make-site.ts')).makeSite(target, { ...wanted, shard, layout, cache, verbose }, terminal)
  const { facts, unchanged, isRepeatable } = known ? { facts: known, unchanged: known.decks.length } : await make()
  if (isRepeatable) memory?.remember({ ...facts, lost: [] })
  if (only === undefined && !options.json) logSiteAbove(folder, terminal)
  const { content } = facts
  const shown = only === undefined ? facts : { ...facts, content: { ...content, skipped: [], drafts: [] } }
  const milliseconds = Math.round(performance.now() - started)
  const part = shard && `part ${shard.number} of ${shard.count}`
  return showBuilt(shown, { ...options, folder, out, part, unchanged, milliseconds }, terminal)
}

// Its options and other decks are easily missed from a folder below.
function logSiteAbove(folder: string, terminal: Terminal): void {
  const site = siteAbove(path.resolve(folder))
  if (site === undefined || path.relative(folder, site) === '') return
  const named = path.relative('.', site) || '.'
  terminal.log(safeText(`this folder is part of the site in "${named}"; to build that: ${commandLine(['build', named], process.env)}`))
}
