import { accessSync, constants, mkdirSync } from 'node:fs'
import path from 'node:path'
import { GET_CHROMIUM } from '../../core/diagnostics/catalogue/entry.ts'
import { safeText } from '../../core/diagnostics/safe-text.ts'
import type { DeckOutput } from '../../core/outputs/deck-outputs.ts'
import { deckOutput } from '../../core/outputs/outputs-of-deck.ts'
import { onMachine } from '../../node/files/system-errors.ts'
import { printDecks } from '../../node/pdf/print-decks.ts'
import type { PaperOptions } from '../../node/pdf/print-page.ts'
import { withTemporarySite } from '../../node/site/build-site.ts'
import { writeWhole } from '../../node/files/write-file.ts'
import { withWorkshop } from '../workshop.ts'
import { logDiagnostics, seeAll, type Terminal } from '../terminal.ts'
import { readDay } from '../read-day.ts'
import { findDecks, plural, UsageError } from '../usage.ts'

export interface PdfOptions {
  readonly out: string
  readonly steps?: true
  readonly handout?: true
  readonly perPage: string
  readonly notes?: true
}

/** Exports a deck, or all of a folder, as PDF. Returns the exit status: 0, or 1 if there are errors or a PDF is missing. */
export async function pdf(target: string, options: PdfOptions, terminal: Terminal): Promise<number> {
  const started = performance.now()
  const { root, only } = findDecks(target)
  const paper = paperOf(options)
  const wanted = only === undefined ? undefined : (file: string) => file === only
  const onProgress = (done: number, all: number) => terminal.progress(`building ${done} of ${all} decks`)
  return withWorkshop(root, terminal, async (workshop) => {
    const { printing } = workshop
    if (!printing) throw new Error(`hedgerow pdf needs Chromium: ${GET_CHROMIUM}`)
    return withTemporarySite(
      {
        ...workshop,
        // Images themselves are printed, so copies would be made for nothing.
        pictureMaker: undefined,
        only: wanted,
        withoutDrafts: only === undefined,
        today: readDay('today', new Date()),
        formats: [],
        withNotes: options.notes,
        onProgress,
      },
      async ({ folder: site, built }) => {
        const { decks, content } = built
        if (decks.length === 0 && built.diagnostics.every(({ severity }) => severity !== 'error'))
          throw new UsageError(`no decks in "${target}"`)
        // Check this before printing, which may take long.
        mkdirSync(options.out, { recursive: true })
        accessSync(options.out, constants.W_OK)
        const counts = { printed: 0, kept: 0, bytes: 0 }
        await printDecks(decks, {
          ...printing,
          site,
          paper,
          options: content.options,
          script: path.join(workshop.clientFolder, workshop.client.print),
          onDeck(deck, result) {
            if ('problem' in result) return content.report('pdf-missing', { file: deck.path }, result.problem)
            const file = path.join(options.out, outputOf(paper).pathOf(deck.id))
            onMachine(`${file} cannot be written`, () => writeWhole(file, result.pdf))
            counts[result.isKept ? 'kept' : 'printed'] += 1
            counts.bytes += result.pdf.length
            return terminal.progress(`printed ${counts.printed + counts.kept} of ${decks.length} decks`)
          },
        })
        logDiagnostics(
          terminal,
          built.diagnostics.filter(({ code, severity }) => severity === 'error' || code === 'pdf-missing'),
          root,
          { hint: seeAll(root) },
        )
        const done = counts.printed + counts.kept
        const facts = [
          plural(done, 'PDF'),
          ...(counts.kept > 0 ? [`${counts.kept} unchanged`] : []),
          `${(counts.bytes / 1e6).toFixed(1)} MB`,
          `${((performance.now() - started) / 1000).toFixed(1)} s`,
        ]
        terminal.log(`exported ${terminal.paint('bold', safeText(options.out))}: ${facts.join(', ')}`)
        return done < decks.length || built.diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0
      },
    )
  })
}

function paperOf({ steps, handout, perPage }: PdfOptions): PaperOptions {
  const count = ([1, 2, 3] as const).find((one) => String(one) === perPage)
  if (count === undefined) throw new UsageError(`--per-page must be 1, 2 or 3; got "${perPage}"`)
  if (steps && handout) throw new UsageError('--steps cannot be combined with --handout')
  return { steps: steps === true, perPage: handout ? count : undefined }
}

// Each has its own ending, so that one folder can hold all of them.
function outputOf({ steps, perPage }: PaperOptions): DeckOutput {
  const plain = steps ? 'steps' : 'pdf'
  return deckOutput(perPage === undefined ? plain : 'handout')
}
