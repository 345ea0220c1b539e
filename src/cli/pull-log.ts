import { createTwoFilesPatch } from 'diff'
import { safeText } from '../core/diagnostics/safe-text.ts'
import { readContent } from '../node/content/read-content.ts'
import type { LostPicture } from '../node/pads/bring-pictures.ts'
import type { PulledDeck, PulledState } from '../node/pads/pull-deck.ts'
import { clashFile } from '../node/pads/pull-state.ts'
import { wordsFor } from './default-folder.ts'
import type { Terminal } from './terminal.ts'
import { commandLine, nameSome, plural } from './usage.ts'

interface LogOptions {
  readonly folder: string
  readonly isDryRun: boolean
  readonly follows: boolean
}

/** Prints what a pull does: a line for each deck, and a summary at its end, which returns the exit status. */
export interface PullLog {
  readonly add: (pulled: PulledDeck) => void
  readonly end: () => number
}

const STATES: Readonly<Record<PulledState, string>> = {
  pulled: 'pulled',
  known: 'the same as in the pad; from now on a pull updates it',
  repaired: 'unchanged',
  unchanged: 'unchanged',
  kept: 'changed here; kept',
  same: 'changed in the pad as here',
  replaced: 'changed in the pad',
  merged: 'merged',
  clash: 'changed in the pad and here, in the same place; the deck was left as it is',
  removed: 'removed here; not pulled',
  failed: 'not pulled',
}

export function openPullLog(terminal: Terminal, options: LogOptions): PullLog {
  const counts = new Map<PulledState, number>()
  const written: string[] = []
  const fresh: string[] = []
  let lost = 0
  return {
    add(pulled) {
      const { deck, state, address } = pulled
      counts.set(state, (counts.get(state) ?? 0) + 1)
      lost += pulled.lost.length
      if (deck !== undefined && (pulled.change || state === 'known') && state !== 'clash') written.push(deck)
      if (deck !== undefined && state === 'pulled') fresh.push(deck)
      terminal.log(`${terminal.paint('bold', safeText(deck ?? address))}: ${lineOf(pulled, options)}`)
      for (const picture of pulled.lost) terminal.log(`  ${describeLost(picture)}`)
      logLinks(pulled, options, terminal)
      if (pulled.change && (options.isDryRun || state === 'clash')) printDiff(pulled, terminal)
      if (state === 'clash' && deck !== undefined && !options.isDryRun)
        terminal.log(`  take over what you want from ${safeText(clashFile(deck))}, remove that file, and pull again`)
    },
    end() {
      const parts = SUMMARY.flatMap(([states, what]) => {
        const count = states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0)
        return count === 0 ? [] : [`${count} ${what}`]
      })
      const missing = lost > 0 ? [`${plural(lost, 'file')} not downloaded`] : []
      const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
      terminal.log(`${plural(all, 'pad')}: ${[...parts, ...missing].join(', ')}${options.isDryRun ? '; nothing was written' : ''}`)
      if (!options.isDryRun) logOthers(fresh, options, terminal)
      if (written.length > 0 && !options.isDryRun)
        terminal.log(`To find mistakes in them: ${commandLine(['check', options.folder], process.env)}`)
      return (counts.get('failed') ?? 0) + (counts.get('clash') ?? 0) > 0 ? 1 : 0
    },
  }
}

const SUMMARY: readonly (readonly [states: readonly PulledState[], what: string])[] = [
  [['pulled'], 'pulled'],
  [['replaced', 'same'], 'updated'],
  [['merged'], 'merged'],
  [['unchanged', 'repaired', 'known'], 'unchanged'],
  [['kept'], 'kept as changed here'],
  [['clash'], 'with clashes'],
  [['removed'], 'removed here'],
  [['failed'], 'not pulled'],
]

function lineOf({ state, fresh, problem, address }: PulledDeck, { folder }: LogOptions): string {
  const pictures = fresh > 0 ? `, ${plural(fresh, 'picture')}` : ''
  const why = state === 'failed' && problem ? `: ${safeText(`${problem.message}. ${problem.help}`)}` : ''
  const again =
    state === 'removed'
      ? `; to bring it back: ${commandLine(['pull', address, ...wordsFor(folder, '--folder')], process.env)} (if you renamed it, add --as and its new name)`
      : ''
  return STATES[state] + pictures + why + again
}

function describeLost({ address: { url, line }, problem }: LostPicture): string {
  return safeText(`line ${line}: ${url} was not downloaded: ${problem.message}`)
}

function logLinks({ links }: PulledDeck, { follows }: LogOptions, terminal: Terminal): void {
  const others = [...new Set(links.map(({ written }) => written))]
  if (others.length === 0 || follows) return
  terminal.log(`  links to ${plural(others.length, 'other pad')}: ${nameSome(others)} (add --follow to pull those of this server)`)
}

// HedgeDoc shows any pad as slides; in a folder, not every Markdown file is a deck.
function logOthers(fresh: readonly string[], { folder }: LogOptions, terminal: Terminal): void {
  if (fresh.length === 0) return
  const decks = new Set(readContent(folder).decks.map(({ source }) => source.path))
  const others = fresh.filter((file) => !decks.has(file))
  if (others.length > 0)
    terminal.log(`Not a deck yet: ${safeText(nameSome(others))}; add "type: slide" to the front matter in the pad, and pull again`)
}

function printDiff({ deck = '', state, change }: PulledDeck, terminal: Terminal): void {
  if (!change) return
  const other = state === 'clash' ? `b/${clashFile(deck)}` : `b/${deck}`
  const patch = createTwoFilesPatch(`a/${deck}`, other, change.before, change.after, undefined, undefined, { context: 2 })
  for (const line of patch.trimEnd().split(/\r?\n/)) if (!line.startsWith('====')) terminal.print(safeText(line))
}
