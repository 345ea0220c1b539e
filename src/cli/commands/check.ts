import path from 'node:path'
import { catalogue } from '../../core/diagnostics/catalogue.ts'
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts'
import { limitMessages, countMessages } from '../../core/diagnostics/limit-messages.ts'
import { formatGithub, formatLine, formatSarif } from '../../core/diagnostics/formats.ts'
import { didYouMean } from '../../core/diagnostics/nearest.ts'
import { safeJson, safeText } from '../../core/diagnostics/safe-text.ts'
import { readForFrame } from '../../node/files/read-file.ts'
import { toSlashes } from '../../node/files/paths.ts'
import { checkSite, type CheckSiteOptions } from '../check-site.ts'
import { byPlace, tellInOrder, type Terminal } from '../terminal.ts'
import { fix } from './fix.ts'
import { needFolder, plural, WrongUse } from '../usage.ts'

export interface CheckOptions extends CheckSiteOptions {
  readonly format: string
  readonly only?: string
  readonly ignore?: string
  readonly maxWarnings?: string
  readonly fix?: true
}

const FORMATS = ['text', 'line', 'json', 'github', 'sarif']

/** Reads a folder of decks and says what is wrong with them. Returns the exit status: 0, or 1 where a deck has errors or the site too many warnings. */
export async function check(folder: string, options: CheckOptions, terminal: Terminal & { readonly version: string }): Promise<number> {
  needFolder(folder)
  if (!FORMATS.includes(options.format)) throw new WrongUse(`--format must be text, line, json, github or sarif; got "${options.format}"`)
  if (options.maxWarnings !== undefined && !/^\d{1,9}$/.test(options.maxWarnings))
    throw new WrongUse(`--max-warnings must be a whole number; got "${options.maxWarnings}"`)
  const only = codesOf('--only', options.only)
  const ignored = codesOf('--ignore', options.ignore)
  const fixed = options.fix ? await fix(folder, {}, terminal) : 0
  const { decks, content, diagnostics } = await checkSite(folder, options, terminal)
  // Errors are always told.
  const isAsked = ({ code, severity }: Diagnostic) =>
    severity === 'error' || ((only.length === 0 || only.includes(code)) && !ignored.includes(code))
  const found = diagnostics.filter(isAsked).toSorted(byPlace)
  // Where the reader of the other formats looks for files is the folder that the command runs in.
  const below = found.map((diagnostic) => ({ ...diagnostic, file: fromHere(folder, diagnostic.file) }))
  const facts = {
    decks: decks.length,
    errors: countMessages(found, 'error'),
    warnings: countMessages(found, 'warning'),
    infos: countMessages(found, 'info'),
  }
  if (options.format === 'json') terminal.print(safeJson({ ...facts, skipped: content.skipped, diagnostics: below }))
  else if (options.format === 'sarif') terminal.print(formatSarif(below, terminal.version))
  else if (options.format === 'github') for (const diagnostic of limitMessages(below)) terminal.command(formatGithub(diagnostic))
  else if (options.format === 'line') for (const diagnostic of limitMessages(below)) terminal.print(formatLine(diagnostic))
  else tell(found, { folder, terminal, skipped: content.skipped, facts })
  const most = options.maxWarnings === undefined ? Infinity : Number(options.maxWarnings)
  if (facts.warnings > most) terminal.tell(`too many warnings: ${facts.warnings} (--max-warnings ${most})`)
  return facts.errors > 0 || facts.warnings > most ? 1 : fixed
}

interface Telling {
  readonly folder: string
  readonly terminal: Terminal
  readonly skipped: readonly string[]
  readonly facts: Readonly<Record<'decks' | 'errors' | 'warnings' | 'infos', number>>
}

function tell(found: readonly Diagnostic[], { folder, terminal, skipped, facts }: Telling): void {
  tellInOrder(terminal, limitMessages(found), (file) => readForFrame(folder, file))
  if (skipped.length > 0) terminal.tell(`skipped, not decks: ${skipped.map(safeText).join(', ')}`)
  const fixable = found.filter(({ edits }) => edits).length
  const counts = [plural(facts.errors, 'error'), plural(facts.warnings, 'warning'), plural(facts.infos, 'info')]
  terminal.tell(
    `checked ${terminal.paint('bold', plural(facts.decks, 'deck'))}: ${counts.join(', ')}; docs/messages.md of Hedgerow explains each message`,
  )
  if (fixable > 0) terminal.tell(`${fixable} can be fixed automatically: hedgerow fix ${safeText(folder)}`)
}

function codesOf(option: string, written: string | undefined): readonly string[] {
  const codes = (written ?? '')
    .split(',')
    .map((code) => code.trim())
    .filter((code) => code !== '')
  const foreign = codes.find((code) => !Object.hasOwn(catalogue, code))
  if (foreign !== undefined)
    throw new WrongUse(`${option}: unknown message code "${foreign}"${didYouMean(foreign, Object.keys(catalogue))}`)
  return codes
}

function fromHere(folder: string, file: string): string {
  return toSlashes(path.relative('.', path.join(folder, file)))
}
