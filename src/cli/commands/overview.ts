import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { SITE_FILE } from '../../core/config/site-file.ts'
import { safeText } from '../../core/diagnostics/safe-text.ts'
import { DECKS } from '../../core/files.ts'
import { outlineDeck } from '../../core/summarize-deck.ts'
import { OUTPUT_MARK } from '../../node/content/discover.ts'
import { ownTemplates } from '../../node/content/find-template.ts'
import { type DecksFolder, findDecksFolder } from '../../node/setup/find-decks-folder.ts'
import { isLargeFolder } from '../../node/setup/is-large-folder.ts'
import { wordsFor } from '../default-folder.ts'
import { readDay } from '../read-day.ts'
import { paintResult, type VersionedTerminal } from '../terminal.ts'
import { commandLine, nameLeftOut, nameSome, plural, siteAbove } from '../usage.ts'
import { weekCommands } from '../week-commands.ts'

/** Name, value. */
type Row = readonly [name: string, value: string]

/** Says what is in the current folder, and what one can do with it. Bundles and renders nothing. */
export function overview(terminal: VersionedTerminal): void {
  const paint = paintResult(terminal)
  const found = findHere()
  const command = (words: readonly string[]) => commandLine(words, process.env)
  terminal.print(`${paint('bold', 'Hedgerow')} ${terminal.version}\n`)
  const above = siteAbove(path.resolve('.'))
  const site = above === undefined ? undefined : path.relative('.', above) || '.'
  if (!found) {
    terminal.print(`There are no decks in this folder${site === undefined ? '' : safeText(`, which belongs to the site in "${site}"`)}.\n`)
    list(
      [
        ...(site === undefined ? [[command(['init']), 'look at this folder and write what it needs to become a site'] as const] : []),
        [command(['new', 'My first talk', ...(site === undefined ? [] : ['--folder', site])]), 'create a deck and open it in the browser'],
        ...(site === undefined ? [] : [[command(['check', site]), 'report problems in the decks of the site'] as const]),
        [command(['--help']), 'list all commands'],
      ],
      terminal,
    )
    return
  }
  const folder = path.relative('.', found.folder) || '.'
  const rows = describe(found, folder, site)
  const width = Math.max(...rows.map(([name]) => name.length))
  for (const [name, value] of rows) terminal.print(`${paint('dim', name.padEnd(width))}  ${safeText(value)}`)
  terminal.print('')
  const [next, dev] = weekCommands({ folder, content: found.content, isPublished: false, today: readDay('today', new Date()) })
  const isSite = site !== undefined || existsSync(path.join(found.folder, SITE_FILE))
  const named = wordsFor(folder)
  list(
    [
      ...(isSite ? [] : [[command(['init']), 'write what a site needs besides decks'] as const]),
      ...(next ? [next] : []),
      ...(dev ? [dev] : []),
      [command(['check', ...named]), 'report problems in the decks'],
      [command(['build', ...named]), 'write the site to dist'],
      [command(['--help']), 'list all commands'],
    ],
    terminal,
  )
}

function findHere(): DecksFolder | undefined {
  const here = path.resolve('.')
  const isSite = [here, path.join(here, DECKS)].some((folder) => existsSync(path.join(folder, SITE_FILE)))
  if (!isSite && isLargeFolder(here)) return undefined
  return findDecksFolder(here)
}

function describe({ content }: DecksFolder, folder: string, above: string | undefined): readonly Row[] {
  const { decks, drafts, skipped, candidates, options, tree } = content
  const outlines = decks.map((deck) => outlineDeck(deck, tree.name))
  const newest = outlines
    .filter(({ date }) => date !== undefined)
    .toSorted((one, other) => (other.date ?? '').localeCompare(one.date ?? ''))[0]
  const templates = ownTemplates(content.root).map((file) => path.basename(file))
  const others = skipped.filter((file) => candidates.every((candidate) => candidate.file !== file))
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['decks', `${plural(decks.length, 'deck')} in ${folder === '.' ? 'this folder' : folder}`],
    ['newest', newest && `${newest.date} ${newest.title} (${newest.path})`],
    [
      'site',
      existsSync(path.join(content.root, SITE_FILE)) ? siteLine(options) : above === undefined ? `without ${SITE_FILE}` : `in ${above}`,
    ],
    ['built', builtSite('dist') ?? 'not yet'],
    ['templates', templates.length > 0 ? nameSome(templates) : undefined],
    ['not published', drafts.length > 0 ? nameLeftOut(content) : undefined],
    [
      'like decks',
      candidates.length > 0
        ? `${nameSome(candidates.map(({ file }) => file))}; "type: slide" in the front matter makes a file a deck`
        : undefined,
    ],
    ['skipped', others.length > 0 ? `${nameSome(others)} (not decks)` : undefined],
  ]
  return rows.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
}

function siteLine({ title, brand, url }: DecksFolder['content']['options']): string {
  return [title, ...(brand === 'none' ? [] : [`brand ${brand}`]), ...(url === undefined ? [] : [url])].join(', ')
}

function builtSite(out: string): string | undefined {
  const built = statSync(path.join(out, OUTPUT_MARK), { throwIfNoEntry: false })
  if (!built) return undefined
  const { mtime } = built
  const two = (part: number) => String(part).padStart(2, '0')
  const day = `${mtime.getFullYear()}-${two(mtime.getMonth() + 1)}-${two(mtime.getDate())}`
  return `${out}, on ${day} at ${two(mtime.getHours())}:${two(mtime.getMinutes())}`
}

function list(rows: readonly Row[], terminal: VersionedTerminal): void {
  const paint = paintResult(terminal)
  const width = Math.max(...rows.map(([command]) => command.length))
  for (const [command, reason] of rows) terminal.print(`  ${paint('bold', command)}${' '.repeat(width - command.length)}  ${reason}`)
}
