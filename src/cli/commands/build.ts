import path from 'node:path'
import { SITE_FILE } from '../../core/config/read-site-options.ts'
import { countMessages } from '../../core/diagnostics/limit-messages.ts'
import { safeJson, safeText } from '../../core/diagnostics/safe-text.ts'
import { missingOutputs } from '../../core/outputs/outputs-of-site.ts'
import { lostPages } from '../../core/outputs/outputs-of-deck.ts'
import type { Question } from '../../node/compose/deck-questions.ts'
import { type BuiltSite, publishSite } from '../../node/site/build-site.ts'
import { reportLayout } from '../check-site.ts'
import { ADD_ALL, logDiagnostics, type Terminal } from '../terminal.ts'
import { needDeck } from '../need-deck.ts'
import { readDay } from '../read-day.ts'
import { wordsFor } from '../default-folder.ts'
import { commandLine, findDecks, nameLeftOut, nameSome, plural, readBase, readRevision, siteAbove, UsageError } from '../usage.ts'
import { describeChange } from '../describe-change.ts'
import { withWorkshop, type Workshop } from '../workshop.ts'

export interface BuildOptions {
  readonly out: string
  readonly base: string
  readonly revision?: string
  readonly layout?: true
  readonly drafts?: true
  readonly json?: true
  readonly all?: true
  /** False with `--no-cache`. */
  readonly cache: boolean
  readonly verbose?: true
}

/** Builds the site of a folder of decks, or of one deck. Returns the exit status: 0, or 1 if there are errors. */
export async function build(target: string, options: BuildOptions, terminal: Terminal): Promise<number> {
  const started = performance.now()
  const { root: folder, only } = findDecks(target)
  const base = readBase(options.base)
  const revision = options.revision === undefined ? undefined : readRevision(options.revision)
  let unchanged = 0
  const onDeck = (deck: string, changed?: Question | 'unknown') => {
    if (changed === undefined) unchanged += 1
    else if (options.verbose) terminal.log(describeChange(deck, changed))
  }
  const make = async (workshop: Workshop) => {
    const output = await workshop.openOutput(options.out, only)
    const onProgress = (done: number, all: number) => terminal.progress(`building ${done} of ${all} decks`)
    const onFile = (format: string, done: number, all: number) => terminal.progress(`made ${done} of ${all} files (${format})`)
    const built = await publishSite(
      {
        ...workshop,
        only: only === undefined ? undefined : (file) => file === only,
        withoutDrafts: !options.drafts,
        today: readDay('today', new Date()),
        base,
        revision,
        onProgress,
        onFile,
      },
      output,
    )
    if (options.layout && built.decks.length > 0) await reportLayout(built, { site: options.out, chromium: workshop.chromium, terminal })
    return { built, before: output.before }
  }
  const { built, before } = await withWorkshop(folder, terminal, make, { withoutCache: !options.cache, onDeck })
  if (built.decks.length === 0 && built.diagnostics.every(({ severity }) => severity !== 'error'))
    throw new UsageError(only === undefined ? noDecks(folder, built) : noDeck(target, only, built))
  logLeftover(built.leftover, terminal)
  if (only === undefined && !options.json) logSiteAbove(folder, terminal)
  const shown = only === undefined ? built : { ...built, content: { ...built.content, skipped: [], drafts: [] } }
  const milliseconds = Math.round(performance.now() - started)
  const lost = built.decks.length > 0 ? lostPages(before, [...built.files.keys()]) : []
  if (options.json) terminal.print(safeJson({ ...summary(shown, options.out, milliseconds), unchanged, lost }))
  else logSummary(shown, folder, { out: options.out, all: options.all, unchanged, milliseconds }, terminal)
  if (lost.length > 0 && !options.json) {
    terminal.log(`no longer in the site: ${nameSome(lost)}`)
    if (lost.some(isPage)) terminal.log('a deck that has another name keeps its old address with "aliases" in its front matter')
  }
  return built.diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0
}

const isPage = (file: string) => file.endsWith('.html')

// Its options and other decks are easily missed from a folder below.
function logSiteAbove(folder: string, terminal: Terminal): void {
  const site = siteAbove(path.resolve(folder))
  if (site === undefined || path.relative(folder, site) === '') return
  const named = path.relative('.', site) || '.'
  terminal.log(safeText(`this folder is part of the site in "${named}"; to build that: ${commandLine(['build', named], process.env)}`))
}

function logLeftover(folder: string | undefined, terminal: Terminal): void {
  if (folder !== undefined) terminal.log(safeText(`warning: the old site in ${folder} could not be removed; remove it by hand`))
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

function summary({ decks, content, diagnostics, files }: BuiltSite, out: string, milliseconds: number): object {
  return {
    out: path.resolve(out),
    milliseconds,
    bytes: total(files),
    files: files.size,
    decks: decks.map(({ id, path: file, title, date, slides }) => ({ id, path: file, title, date, slides })),
    skipped: content.skipped,
    drafts: content.drafts,
    trusted: [...content.trusted],
    errors: countMessages(diagnostics, 'error'),
    warnings: countMessages(diagnostics, 'warning'),
    diagnostics,
  }
}

function logSummary(
  { decks, content, diagnostics, files }: BuiltSite,
  folder: string,
  { out, all, unchanged, milliseconds }: Pick<BuildOptions, 'out' | 'all'> & { readonly unchanged: number; readonly milliseconds: number },
  terminal: Terminal,
): void {
  logDiagnostics(terminal, diagnostics, folder, { all, hint: ADD_ALL })
  const slides = decks.reduce((sum, deck) => sum + deck.slides, 0)
  const facts = [
    plural(decks.length, 'deck'),
    plural(slides, 'slide'),
    plural(countMessages(diagnostics, 'error'), 'error'),
    plural(countMessages(diagnostics, 'warning'), 'warning'),
    `${(total(files) / 1e6).toFixed(1)} MB in ${plural(files.size, 'file')}`,
    ...(unchanged === 0 ? [] : [`${unchanged} unchanged`]),
    `${(milliseconds / 1000).toFixed(1)} s`,
  ]
  if (content.skipped.length > 0) terminal.log(`skipped, not decks: ${terminal.paint('dim', nameSome(content.skipped))}`)
  if (content.drafts.length > 0)
    terminal.log(`not published: ${terminal.paint('dim', nameLeftOut(content))}; to publish them, add --drafts`)
  if (content.trusted.size > 0) {
    const names = [...content.trusted].map((file) => terminal.paint('dim', safeText(file))).join(', ')
    terminal.log(`trusted decks, which may load images and media from other servers and embed any host: ${names}`)
  }
  const missing = missingOutputs(content.options)
  if (decks.length > 0 && missing.length > 0)
    terminal.log(`without ${terminal.paint('dim', missing.join(', '))}: they need "url" in ${SITE_FILE}, the address of the site`)
  if (decks.length === 0) terminal.log('no deck could be built; nothing was written')
  else terminal.log(`built ${terminal.paint('bold', out)}: ${facts.join(', ')}`)
}

function total(files: ReadonlyMap<string, number>): number {
  return [...files.values()].reduce((sum, bytes) => sum + bytes, 0)
}
