import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { SITE_FILE } from '../../core/config/site-file.ts'
import type { Forge } from '../../core/forge-files/forge-files.ts'
import { safeText } from '../../core/diagnostics/safe-text.ts'
import type { Release } from '../../node/package/release.ts'
import { isLargeFolder } from '../../node/setup/is-large-folder.ts'
import { lookAround, type Surroundings } from '../../node/setup/look-around.ts'
import { planSetup, type Setup } from '../../node/setup/plan-setup.ts'
import { writeMissing } from '../../node/setup/write-missing.ts'
import type { Ask } from '../ask-on-terminal.ts'
import { wordsFor } from '../default-folder.ts'
import { weekCommands } from '../week-commands.ts'
import { readDay } from '../read-day.ts'
import { paintResult, type Terminal } from '../terminal.ts'
import { commandLine, needChoice, plural, UsageError } from '../usage.ts'

export interface InitOptions {
  readonly ci?: string
  readonly yes?: true
  readonly dryRun?: true
}

/** What the command cannot find out by the folder. */
interface Machine {
  /** The release that other computers can install. */
  readonly release: Release | undefined
  /** Missing if nobody can be asked. */
  readonly ask: Ask | undefined
}

const CHOICES = ['github', 'gitlab', 'forgejo', 'none']

/** Shows what a folder needs to become a site, and writes what is missing. Returns the exit status: 0, or 1 if a file could not be written. */
export async function init(given: string, options: InitOptions & Machine, terminal: Terminal): Promise<number> {
  if (existsSync(given) && !statSync(given).isDirectory()) throw new UsageError(`"${given}" is not a folder`)
  if (isLargeFolder(given)) throw new UsageError(`"${given}" has too many files to search; name the folder of the decks`)
  if (options.ci !== undefined) needChoice('--ci', options.ci, CHOICES)
  const around = lookAround(given)
  needOwnSite(given, around)
  // The line above allows nothing else.
  const forge = options.ci as Forge | 'none' | undefined
  const setup = planSetup(around, { release: options.release, forge, today: readDay('today', new Date()) })
  showFound(around, terminal)
  showPlan(setup, around.root, terminal)
  const isWritten = setup.files.length === 0 || (await isAgreed(options, terminal))
  if (!isWritten) return 0
  const failed = setup.files.filter(({ path: file, text }) => !writeMissing(around.root, file, text))
  for (const { path: file } of failed) terminal.log(safeText(`${file} was not written: something else is there now`))
  const written = setup.files.length - failed.length
  terminal.print(written > 0 ? `\nwrote ${plural(written, 'file')}\n` : '')
  showNext(around, setup, { isWritten: written > 0 }, terminal)
  return failed.length > 0 ? 1 : 0
}

function showNext(
  { root, decks, content }: Surroundings,
  setup: Setup,
  { isWritten }: { readonly isWritten: boolean },
  terminal: Terminal,
): void {
  const folder = path.relative('.', path.join(root, decks)) || '.'
  const once = onceOf(setup)
  if (once !== undefined) terminal.print(`Once, ${once}.\n`)
  if (isWritten && content && content.decks.length + content.candidates.length > 0) {
    const line = (name: string, ...options: readonly string[]) => commandLine([name, ...wordsFor(folder), ...options], process.env)
    list('Now', [[line('check'), 'report problems in the decks'] as const, [line('dev', '--open'), 'see the site'] as const], terminal)
    terminal.print('')
  }
  list('Each week', weekCommands({ folder, content, isPublished: setup.isPublished, today: readDay('today', new Date()) }), terminal)
}

function list(title: string, commands: ReturnType<typeof weekCommands>, terminal: Terminal): void {
  const paint = paintResult(terminal)
  terminal.print(`${title}:\n`)
  for (const [command, reason] of commands) terminal.print(`  ${paint('bold', command)}\n      ${reason}`)
}

// What no file of a repository can do.
const ONCE: readonly (readonly [folder: string, words: string])[] = [
  ['.github/', 'on GitHub: set "Settings, Pages, Source" to "GitHub Actions"'],
  ['.gitlab-ci.yml', `on GitLab, after the first push: compare "url" in ${SITE_FILE} with the address in "Deploy, Pages"`],
  ['.forgejo/', 'on Forgejo: enable Actions in the settings of the repository'],
]

function onceOf({ files }: Setup): string | undefined {
  return ONCE.find(([folder]) => files.some(({ path: file }) => file.startsWith(folder)))?.[1]
}

// Its options are in the folder above, and a second site in it would hide them.
function needOwnSite(given: string, { root, decks }: Surroundings): void {
  const top = path.join(root, decks)
  if (existsSync(path.join(top, SITE_FILE))) return
  for (let folder = path.dirname(top); folder.startsWith(root) && top !== root; folder = path.dirname(folder)) {
    if (!existsSync(path.join(folder, SITE_FILE))) continue
    const site = path.relative('.', folder) || '.'
    throw new UsageError(`"${given}" belongs to the site in "${site}"; run ${commandLine(['init', site], process.env)}`)
  }
}

function showFound({ root, decks, content, repository, remote, forge }: Surroundings, terminal: Terminal): void {
  const folder = path.relative('.', path.join(root, decks)) || '.'
  const count = content?.decks.length ?? 0
  const unmarked = count === 0 ? (content?.candidates.length ?? 0) : 0
  const found =
    count > 0
      ? plural(count, 'deck')
      : unmarked > 0
        ? `${plural(unmarked, 'file')} that ${unmarked === 1 ? 'looks like a deck' : 'look like decks'}`
        : 'none yet'
  const hosted = remote ? `${remote.host}/${remote.owner}/${remote.name}` : 'no remote that is known'
  const facts = [
    ['decks', `${found}, ${content ? 'in' : 'to be in'} ${folder === '.' ? 'this folder' : folder}`],
    ['site', content && existsSync(path.join(root, decks, SITE_FILE)) ? content.options.title : `without ${SITE_FILE}`],
    ['repository', repository ? `${hosted}${forge ? ` (${forge})` : ''}` : 'not a git repository'],
  ]
  for (const [name = '', fact = ''] of facts) terminal.print(`${name.padEnd(12)}${safeText(fact)}`)
}

function showPlan({ files, notes }: Setup, root: string, terminal: Terminal): void {
  const paint = paintResult(terminal)
  if (files.length === 0) terminal.print('\nNothing is missing.')
  else terminal.print('\nThese files are missing:\n')
  const shown = files.map(({ path: file }) => safeText(path.relative('.', path.join(root, file))))
  const width = Math.max(0, ...shown.map((file) => file.length))
  for (const [index, { reason }] of files.entries()) {
    const file = shown[index] ?? ''
    terminal.print(`  ${paint('bold', file)}${' '.repeat(width - file.length)}  ${safeText(reason)}`)
  }
  const site = files.find(({ path: file }) => path.basename(file) === SITE_FILE)
  if (site) {
    const name = safeText(path.relative('.', path.join(root, site.path)))
    terminal.print(`\n${paint('bold', name)} will be:\n\n${paint('dim', site.text.trimEnd()).replace(/^(?=.)/gm, '  ')}`)
  }
  if (notes.length > 0) terminal.print('')
  for (const note of notes) terminal.print(`${paint('yellow', 'note')}: ${note}`)
}

async function isAgreed({ yes, dryRun, ask }: InitOptions & Machine, terminal: Terminal): Promise<boolean> {
  if (dryRun) {
    terminal.print('\nNothing was written (--dry-run).')
    return false
  }
  if (yes) return true
  if (!ask) {
    terminal.print('\nNothing was written. To write these files, add --yes.')
    return false
  }
  terminal.log('')
  const isAgreed = await ask('Write these files?')
  if (!isAgreed) terminal.print('Nothing was written.')
  return isAgreed
}
