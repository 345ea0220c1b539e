import path from 'node:path'
import { catalogue } from '../../core/diagnostics/catalogue.ts'
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts'
import { limitMessages, countMessages } from '../../core/diagnostics/limit-messages.ts'
import { countCodes } from '../../core/diagnostics/group-messages.ts'
import { formatGithub, formatLine, formatSarif } from '../../core/diagnostics/formats.ts'
import { safeJson } from '../../core/diagnostics/safe-text.ts'
import type { LeftOut } from '../../node/content/deck-finder.ts'
import type { Content } from '../../node/content/read-content.ts'
import { toSlashes } from '../../node/files/paths.ts'
import { needFormerSite } from '../check-former.ts'
import { needDeck } from '../need-deck.ts'
import { newSince } from '../read-baseline.ts'
import { otherCodes } from '../other-codes.ts'
import { checkSite, type CheckSiteOptions } from '../check-site.ts'
import { ADD_ALL, byLocation, logPage, type Terminal, type VersionedTerminal } from '../terminal.ts'
import { fix } from './fix.ts'
import { commandLine, findDecks, nameSome, needChoice, plural, UsageError } from '../usage.ts'

export interface CheckOptions extends Omit<CheckSiteOptions, 'formerSite' | 'only'> {
  readonly format: string
  readonly all?: true
  readonly only?: string
  readonly ignore?: string
  readonly maxWarnings?: string
  readonly fix?: true
  readonly former?: string
  readonly baseline?: string
}

const FORMATS = ['text', 'line', 'json', 'github', 'sarif']

/** Reports problems in a folder of decks, or in one deck. Returns the exit status: 0, or 1 if there are errors or too many warnings. */
export async function check(target: string, options: CheckOptions, terminal: VersionedTerminal): Promise<number> {
  const { root: folder, only: deck } = findDecks(target)
  needChoice('--format', options.format, FORMATS)
  if (options.maxWarnings !== undefined && !/^\d{1,9}$/.test(options.maxWarnings))
    throw new UsageError(`--max-warnings must be a whole number; got "${options.maxWarnings}"`)
  const only = codesOf('--only', options.only)
  const ignored = codesOf('--ignore', options.ignore)
  const formerSite = options.former === undefined ? undefined : needFormerSite(options.former)
  if (deck !== undefined && formerSite !== undefined) throw new UsageError('--former needs the whole folder, not one deck')
  const isNew = options.baseline === undefined ? () => true : newSince(options.baseline)
  const fixed = options.fix ? await fix(target, {}, terminal) : 0
  const { decks, content, diagnostics } = await checkSite(folder, { ...options, formerSite, only: deck }, terminal)
  if (deck !== undefined) needDeck(target, deck, content)
  const skipped = deck === undefined ? content.skipped : []
  // Errors are always reported.
  const isAsked = ({ code, severity }: Diagnostic) =>
    severity === 'error' || ((only.length === 0 || only.includes(code)) && !ignored.includes(code))
  const isUnknown = (one: Diagnostic) => one.severity === 'error' || isNew({ ...one, file: fromHere(folder, one.file) })
  const found = diagnostics.filter(isAsked).toSorted(byLocation).filter(isUnknown)
  // Programs that read the other formats resolve paths from the current folder.
  const below = found.map((diagnostic) => ({ ...diagnostic, file: fromHere(folder, diagnostic.file) }))
  const facts = {
    decks: decks.length,
    errors: countMessages(found, 'error'),
    warnings: countMessages(found, 'warning'),
    infos: countMessages(found, 'info'),
  }
  if (options.format === 'json') terminal.print(safeJson({ ...facts, skipped, diagnostics: below }))
  else if (options.format === 'sarif') terminal.print(formatSarif(below, terminal.version))
  else if (options.format === 'github') for (const diagnostic of limitMessages(below)) terminal.command(formatGithub(diagnostic))
  else if (options.format === 'line') for (const diagnostic of limitMessages(below)) terminal.print(formatLine(diagnostic))
  else
    logSummary(found, {
      target,
      folder,
      terminal,
      skipped,
      facts,
      counted: countDecks(decks, content.reasons),
      all: options.all === true || only.length > 0,
    })
  const most = options.maxWarnings === undefined ? Infinity : Number(options.maxWarnings)
  if (facts.warnings > most) terminal.log(`too many warnings: ${facts.warnings} (--max-warnings ${most})`)
  return facts.errors > 0 || facts.warnings > most ? 1 : fixed
}

interface Summary {
  /** What was given on the command line: the folder, or a deck. */
  readonly target: string
  readonly folder: string
  readonly terminal: Terminal
  readonly skipped: readonly string[]
  readonly all: boolean
  /** How many decks were checked, in words. */
  readonly counted: string
  readonly facts: Readonly<Record<'decks' | 'errors' | 'warnings' | 'infos', number>>
}

function logSummary(found: readonly Diagnostic[], { target, folder, terminal, skipped, facts, counted, all }: Summary): void {
  const one = countCodes(found)[0]?.code ?? ''
  const hint = `${ADD_ALL} Those of one code: ${commandLine(['check', target, '--only', one], process.env)}`
  logPage(terminal, found, folder, { all, hint })
  if (skipped.length > 0) terminal.log(`skipped, not decks: ${nameSome(skipped)}`)
  const fixable = found.filter(({ edits, picture }) => edits ?? picture).length
  const counts = [plural(facts.errors, 'error'), plural(facts.warnings, 'warning'), plural(facts.infos, 'info')]
  const fix = fixable > 0 ? `; ${fixable} can be fixed automatically: ${commandLine(['fix', target], process.env)}` : ''
  terminal.log(`checked ${terminal.paint('bold', counted)}: ${counts.join(', ')}${fix}`)
}

// As a build counts them: what it leaves out is checked, too.
function countDecks(decks: readonly { readonly path: string }[], reasons: Content['reasons']): string {
  const count = (reason: LeftOut | undefined) => decks.filter(({ path: file }) => reasons.get(file) === reason).length
  const early = count('future date')
  const others = [
    ...(['draft', 'template'] as const).flatMap((kind) => (count(kind) > 0 ? [plural(count(kind), kind)] : [])),
    ...(early > 0 ? [`${plural(early, 'deck')} with a future date`] : []),
  ]
  const published = count(undefined)
  const all = published > 0 || others.length === 0 ? [plural(published, 'deck'), ...others] : others
  return new Intl.ListFormat('en-GB').format(all)
}

function codesOf(option: string, written: string | undefined): readonly string[] {
  const codes = (written ?? '')
    .split(',')
    .map((code) => code.trim())
    .filter((code) => code !== '')
  const foreign = codes.find((code) => !Object.hasOwn(catalogue, code))
  if (foreign !== undefined) throw new UsageError(`${option}: unknown message code "${foreign}"${otherCodes(foreign)}`)
  return codes
}

function fromHere(folder: string, file: string): string {
  return toSlashes(path.relative('.', path.join(folder, file)))
}
