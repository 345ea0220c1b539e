import { existsSync } from 'node:fs'
import path from 'node:path'
import { readSiteOptions } from '../../core/config/read-site-options.ts'
import { SITE_FILE } from '../../core/config/site-file.ts'
import { isPortablePath, nameDeck } from '../../core/deck/name-deck.ts'
import { safeText } from '../../core/diagnostics/safe-text.ts'
import { isMarkdown } from '../../core/files.ts'
import { explainPadAddress, type PadAddress } from '../../core/pads/pad-address.ts'
import { TEMPLATES } from '../../node/content/find-template.ts'
import { readText } from '../../node/files/read-file.ts'
import { openPadClient } from '../../node/pads/pad-client.ts'
import { type NamedDeck, pullDecks } from '../../node/pads/pull-decks.ts'
import { openPullState } from '../../node/pads/pull-state.ts'
import { readSecrets, type SecretOptions } from '../pad-secrets.ts'
import { openPullLog } from '../pull-log.ts'
import type { VersionedTerminal } from '../terminal.ts'
import { readDay } from '../read-day.ts'
import { wordsFor } from '../default-folder.ts'
import { commandLine, needFolder, UsageError } from '../usage.ts'

/** The options of `pull`. */
export interface PullOptions extends SecretOptions {
  readonly as?: string
  readonly date?: string
  readonly folder: string
  readonly dryRun?: true
  readonly follow?: true
  readonly keepMetadata?: true
  readonly pictures?: true
  /** Hosts, separated by commas. */
  readonly from?: string
}

/** Pulls pads into a folder of decks. Returns the exit status: 0, or 1 if a pad could not be read or clashes with its deck. */
export async function pull(addresses: readonly string[], options: PullOptions, terminal: VersionedTerminal): Promise<number> {
  const { dryRun = false } = options
  const folder = path.normalize(options.folder)
  if (options.from !== undefined) throw new UsageError('--from must be used with --pictures')
  const asked = readAsked(addresses, options)
  if (asked.length === 0 || existsSync(folder)) needFolder(folder)
  const listed = existsSync(folder) ? readListed(folder) : []
  const known = existsSync(folder) ? openPullState(folder, true).knownPads() : []
  if (asked.length + listed.length + known.length === 0)
    throw new UsageError(
      `no pad is known in ${folder}; name one, as in ${commandLine(['pull', 'https://pad.example.org/call', ...wordsFor(folder, '--folder')], process.env)}`,
    )
  const servers = [...asked, ...listed, ...known].map(({ pad }) => pad.server)
  const wanted = asked.length > 0 ? asked : [...listed, ...known]
  const origins = [...new Set(wanted.map(({ pad }) => new URL(pad.server).origin))]
  const log = openPullLog(terminal, { folder, isDryRun: dryRun, follows: options.follow === true })
  const client = openPadClient({
    agent: `hedgerow/${terminal.version} (pulls pads)`,
    servers: [...new Set(servers)],
    secrets: readSecrets(options, process.env, origins),
  })
  try {
    const pulled = pullDecks(folder, {
      client,
      asked,
      listed,
      day: options.date === undefined ? undefined : readDay(options.date, new Date()),
      isDryRun: dryRun,
      follows: options.follow === true,
      keepsMetadata: options.keepMetadata === true,
      onWait: ({ pid, since }) => terminal.log(safeText(`waiting for another pull into ${folder} (process ${pid}, since ${since})`)),
    })
    for await (const deck of pulled) log.add(deck)
    return log.end()
  } finally {
    client.close()
  }
}

/** Brings the pictures that the decks of a folder load from elsewhere. Returns the exit status. */
export async function pullPictures(
  folders: readonly string[],
  { folder, from, dryRun, keepMetadata, ...others }: PullOptions,
  terminal: VersionedTerminal,
): Promise<number> {
  const other = Object.keys(others).find((name) => name !== 'pictures')
  if (other !== undefined)
    throw new UsageError(`--${other.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} must be used without --pictures`)
  const [named = folder, ...more] = folders
  if (more.length > 0) throw new UsageError(`--pictures must be for one folder; got ${folders.length}`)
  const { pullPicturesOf } = await import('./pull-pictures.ts')
  return pullPicturesOf(named, { from: from === undefined ? [] : [from], dryRun, keepMetadata }, terminal)
}

function readAsked(addresses: readonly string[], { as, date }: PullOptions): readonly NamedDeck[] {
  if (addresses.length !== 1 && as !== undefined) throw new UsageError(`--as must be for one address; there are ${addresses.length}`)
  const day = date === undefined ? undefined : readDay(date, new Date())
  if (addresses.length === 0 && day !== undefined) throw new UsageError('--date must be for an address; there is none')
  const wanted = as === undefined ? undefined : readPath(as, '--as', day)
  return addresses.map((address) => ({ pad: readAddress(address), wanted }))
}

function readAddress(written: string): PadAddress {
  const read = explainPadAddress(written)
  // A password is not shown.
  const shown = written.replace(/\/\/[^/?#\s]*@/, '//…@')
  if ('problem' in read) throw new UsageError(`"${shown}" is not the address of a pad: ${read.problem}`)
  return read
}

// The path of a deck that somebody has typed.
function readPath(typed: string, option: string, day?: string): string {
  const name = nameDeck(typed, day).path
  const isPlain = name.split('/').every((part) => /^[\p{L}\p{N}_][\p{L}\p{N}_. -]*$/u.test(part))
  if (!isPlain || !isPortablePath(name) || name.startsWith(`${TEMPLATES}/`))
    throw new UsageError(`${option} must be a name of letters, digits, spaces and hyphens, or a path inside the folder; got "${typed}"`)
  return isMarkdown(typed) ? `${name}${typed.trim().slice(typed.trim().lastIndexOf('.'))}` : `${name}.md`
}

// What is wrong with the other options, builds and checks report.
function readListed(folder: string): readonly NamedDeck[] {
  const file = path.join(folder, SITE_FILE)
  if (!existsSync(file)) return []
  const text = readText(folder, SITE_FILE, () => undefined)?.text ?? ''
  const problems: string[] = []
  const { pads } = readSiteOptions(text, (code, { line }, ...details) => {
    if (code === 'site-options' || details[0] === 'pads') problems.push(`${file}:${line ?? 1}: ${details.slice(0, 2).join(' must be ')}`)
  })
  const [problem] = problems
  if (problem !== undefined) throw new UsageError(problem)
  return pads.map(({ from, to }) => ({ pad: readAddress(from), wanted: to === undefined ? undefined : readPath(to, '"to" in site.yaml') }))
}
