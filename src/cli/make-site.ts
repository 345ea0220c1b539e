import { SITE_FILE } from '../core/config/site-file.ts'
import type { Code } from '../core/diagnostics/catalogue.ts'
import { safeText } from '../core/diagnostics/safe-text.ts'
import type { Question } from '../node/compose/deck-questions.ts'
import type { Shard } from '../node/content/split-decks.ts'
import type { publishPart } from '../node/parts/build-part.ts'
import { type BuiltSite, publishSite } from '../node/site/build-site.ts'
import { type BuiltFacts, factsOf } from './built-facts.ts'
import { wordsFor } from './default-folder.ts'
import { describeChange } from './describe-change.ts'
import { needDeck } from './need-deck.ts'
import type { VersionedTerminal } from './terminal.ts'
import { commandLine, nameLeftOut, UsageError } from './usage.ts'
import { withWorkshop, type Workshop } from './workshop.ts'

/** What a site depends on besides the files of its folder. */
export interface WantedSite {
  /** Folder of decks. */
  readonly folder: string
  /** Path of the only deck to build. */
  readonly only: string | undefined
  /** Folder of the site. */
  readonly out: string
  readonly base: string
  readonly revision: string | undefined
  readonly drafts: true | undefined
  /** ISO date. */
  readonly today: string
  /** See `codeVersion`. */
  readonly code: string
}

export interface MakingOptions extends WantedSite {
  readonly shard: Shard | undefined
  readonly layout: true | undefined
  readonly cache: boolean
  readonly verbose: true | undefined
}

export interface MadeSite {
  readonly facts: BuiltFacts
  /** Number of decks that were not made again. */
  readonly unchanged: number
  /** The same would come out again, on this machine, as long as nothing changes. */
  readonly isRepeatable: boolean
}

// What may be different the next time although no file has changed.
const OF_MACHINE: ReadonlySet<Code> = new Set<Code>([
  ...(['card-missing', 'card-picture', 'pdf-missing', 'single-missing', 'image-original', 'file-unreadable'] as const),
  ...(['diagram-tool', 'diagram-too-large', 'diagram-in-browser', 'deck-failed', 'deck-too-slow'] as const),
])

/** Builds the site of a folder of decks, or of one deck. Throws `UsageError` if there are no decks. */
export async function makeSite(target: string, options: MakingOptions, terminal: VersionedTerminal): Promise<MadeSite> {
  const { folder, only, out, base, revision, today, code, shard } = options
  let unchanged = 0
  let unkept = 0
  const onDeck = (deck: string, changed?: Question | 'unknown') => {
    if (changed === undefined) unchanged += 1
    else if (options.verbose) terminal.log(describeChange(deck, changed))
  }
  const onUnkept = () => void (unkept += 1)
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
    const built = shard
      ? await publishShard({ ...building, shard, version: terminal.version }, output)
      : await publishSite(building, output)
    if (options.layout && built.decks.length > 0) {
      // Imported only here, since most builds measure nothing.
      const { reportLayout } = await import('./check-site.ts')
      await reportLayout(built, { site: out, chromium: workshop.chromium, terminal })
    }
    return { built, before: output.before }
  }
  const { built, before } = await withWorkshop(folder, terminal, make, { withoutCache: !options.cache, code, onDeck, onUnkept })
  const isEmptyPart = shard && built.content.decks.length > 0
  if (!isEmptyPart && built.decks.length === 0 && built.diagnostics.every(({ severity }) => severity !== 'error'))
    throw new UsageError(only === undefined ? noDecks(folder, built) : noDeck(target, only, built))
  // A part lacks the pages of the others.
  const facts = factsOf(built, shard ? [] : before)
  const isOfMachine = facts.diagnostics.some((found) => OF_MACHINE.has(found.code))
  return { facts, unchanged, isRepeatable: facts.decks.length > 0 && unkept === 0 && !isOfMachine && facts.leftover === undefined }
}

const publishShard: typeof publishPart = async (...parts) => (await import('../node/parts/build-part.ts')).publishPart(...parts)

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
