import path from 'node:path'
import { SITE_FILE } from '../core/config/site-file.ts'
import { countMessages } from '../core/diagnostics/limit-messages.ts'
import { safeJson, safeText } from '../core/diagnostics/safe-text.ts'
import type { BuiltFacts } from './built-facts.ts'
import { ADD_ALL, logDiagnostics, type Terminal } from './terminal.ts'
import { nameLeftOut, nameSome, plural } from './usage.ts'

/** A build that is to be shown. */
export interface ShownBuild {
  /** Folder of decks. */
  readonly folder: string
  readonly out: string
  /** What the output folder is, if it is not a whole site. */
  readonly part?: string | undefined
  readonly json?: true | undefined
  readonly all?: true | undefined
  /** Number of decks that were not made again; missing where that is not known. */
  readonly unchanged?: number
  readonly milliseconds: number
}

/** Prints what was built. Returns the exit status: 0, or 1 if there are errors. */
export function showBuilt(built: BuiltFacts, shown: ShownBuild, terminal: Terminal): number {
  const { lost } = built
  logLeftover(built.leftover, terminal)
  if (shown.json) terminal.print(safeJson({ ...summary(built, shown.out, shown.milliseconds), unchanged: shown.unchanged, lost }))
  else logSummary(built, shown, terminal)
  if (lost.length > 0 && !shown.json) {
    terminal.log(`no longer in the site: ${nameSome(lost)}`)
    if (lost.some(isPage)) terminal.log('a deck that has another name keeps its old address with "aliases" in its front matter')
  }
  return built.diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0
}

const isPage = (file: string) => file.endsWith('.html')

function logLeftover(folder: string | undefined, terminal: Terminal): void {
  if (folder !== undefined) terminal.log(safeText(`warning: the old site in ${folder} could not be removed; remove it by hand`))
}

function summary({ decks, content, diagnostics, files, bytes }: BuiltFacts, out: string, milliseconds: number): object {
  return {
    out: path.resolve(out),
    milliseconds,
    bytes,
    files,
    decks,
    skipped: content.skipped,
    drafts: content.drafts,
    trusted: [...content.trusted],
    errors: countMessages(diagnostics, 'error'),
    warnings: countMessages(diagnostics, 'warning'),
    diagnostics,
  }
}

function logSummary(
  { decks, content, diagnostics, files, bytes, missing }: BuiltFacts,
  { folder, out, part, all, unchanged = 0, milliseconds }: ShownBuild,
  terminal: Terminal,
): void {
  logDiagnostics(terminal, diagnostics, folder, { all, hint: ADD_ALL })
  const slides = decks.reduce((sum, deck) => sum + deck.slides, 0)
  const facts = [
    plural(decks.length, 'deck'),
    plural(slides, 'slide'),
    plural(countMessages(diagnostics, 'error'), 'error'),
    plural(countMessages(diagnostics, 'warning'), 'warning'),
    `${(bytes / 1e6).toFixed(1)} MB in ${plural(files, 'file')}`,
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
  if (decks.length > 0 && missing.length > 0)
    terminal.log(`without ${terminal.paint('dim', missing.join(', '))}: they need "url" in ${SITE_FILE}, the address of the site`)
  if (decks.length === 0 && part === undefined) terminal.log('no deck could be built; nothing was written')
  else terminal.log(`built ${part === undefined ? '' : `${part} in `}${terminal.paint('bold', out)}: ${facts.join(', ')}`)
}
