import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { SITE_FILE } from '../core/config/site-file.ts'
import { didYouMean } from '../core/diagnostics/nearest.ts'
import { safeText } from '../core/diagnostics/safe-text.ts'
import { isMarkdown } from '../core/files.ts'
import { TEMPLATES } from '../node/content/find-template.ts'
import type { Content } from '../node/content/read-content.ts'
import type { Shard } from '../node/content/split-decks.ts'
import { toSlashes } from '../node/files/paths.ts'
import { packageFolder } from '../node/package/package-paths.ts'
import { thisRelease } from '../node/package/release.ts'

/** Invalid usage of the command; the message says what is valid. Exit status 2. */
export class UsageError extends Error {}

/** The signals that stop a command, with its exit status then: 128 plus the number of the signal. SIGBREAK is Ctrl+Break on Windows. */
export const STOP_SIGNALS = [
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGBREAK', 149],
] as const

/** Throws `UsageError` if a path is not a folder. */
export function needFolder(folder: string): void {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`"${folder}" is not a folder of decks`)
}

interface FoundDecks {
  /** Folder of the decks. */
  readonly root: string
  /** Path of the only deck to read, relative to the folder. */
  readonly only?: string
}

/** The folder of decks, or the single deck, at a path. A deck belongs to the nearest parent folder with a `site.yaml`. Throws `UsageError`. */
export function findDecks(target: string): FoundDecks {
  if (!existsSync(target)) throw new UsageError(`file or folder not found: "${target}"`)
  if (statSync(target).isDirectory()) return { root: target }
  if (!isMarkdown(target)) throw new UsageError(`"${target}" is neither a folder nor a Markdown file`)
  const file = path.resolve(target)
  const own = path.dirname(file)
  // A template is no deck, also where no option says which folder it is for.
  const root = siteAbove(own) ?? (path.basename(own) === TEMPLATES ? path.dirname(own) : own)
  return { root, only: toSlashes(path.relative(root, file)) }
}

/** The nearest folder with a `site.yaml`: this one, or one that it is in. */
export function siteAbove(folder: string): string | undefined {
  if (existsSync(path.join(folder, SITE_FILE))) return folder
  const above = path.dirname(folder)
  return above === folder ? undefined : siteAbove(above)
}

// Their empty list means none.
const LISTS: ReadonlySet<string> = new Set(['only', 'ignore', 'as'])

/** Throws `UsageError` if an option of a command has an empty value, as from a variable that is not set. */
export function needValues(options: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(options)) {
    if (typeof value !== 'string' || value.trim() !== '' || LISTS.has(name)) continue
    throw new UsageError(`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} must not be empty`)
  }
}

/** The path under which a site is published, from the command line. Throws `UsageError`. */
export function readBase(text: string): string {
  if (!/^\/(?:[^\s?#/][^\s?#]*\/)?$/.test(text)) throw new UsageError(`--base must start and end with "/", as in /slides/; got "${text}"`)
  return text
}

/** The version that citations name, from the command line: one line. Throws `UsageError`. */
export function readRevision(text: string): string {
  const revision = text.trim()
  if (!/^[^\p{C}\p{Zl}\p{Zp}]{1,100}$/u.test(revision))
    throw new UsageError(`--revision must have at most 100 characters, on one line; got "${text}"`)
  return revision
}

// A deck for each job is more than any machine room has.
const MOST_PARTS = 1000

/** The part of a site to build, from the command line: its number and how many there are. Throws `UsageError`. */
export function readShard(text: string): Shard {
  const [number = 0, count = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text)?.slice(1) ?? []).map(Number)
  if (number < 1 || number > count || count > MOST_PARTS)
    throw new UsageError(`--shard must be the number of a part and of all parts, as in 2/4; got "${text}"`)
  return { number, count }
}

/** The names of hosts from the command line, separated by commas; those that include all names below them start with a dot. Throws `UsageError`. */
export function readHosts(text = ''): readonly string[] {
  const names = text
    .toLowerCase()
    .split(',')
    .map((name) => name.trim().replace(/^\*\./, '.'))
  const hosts = names.filter((name) => name !== '')
  const wrong = hosts.find((name) => !/^\.?[a-z\d_-]+(\.[a-z\d_-]+)*$/.test(name))
  if (wrong !== undefined)
    throw new UsageError(`--allowed-hosts must be names separated by commas, such as talks.local or .example.org; got "${wrong}"`)
  return hosts
}

/** A port number from the command line. Throws `UsageError`. */
export function readPort(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new UsageError(`--port must be a number from 0 to 65535; got "${text}"`)
  return port
}

/** Throws `UsageError` if a value is none of those that an option allows. */
export function needChoice(option: string, value: string, choices: readonly string[]): void {
  if (choices.includes(value)) return
  const list = `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`
  throw new UsageError(`${option} must be ${list}; got "${value}"${didYouMean(value, choices)}`)
}

/**
 * A hedgerow command as the author can type it: with npx if npm started this one, and with a folder in quotes that needs them. `home` is the folder
 * of this package.
 */
export function commandLine(words: readonly string[], env: Readonly<Record<string, string | undefined>>, home = packageFolder): string {
  const quoted = words.map((word) => (/^[\w./\\:@%+,=-]+$/.test(word) ? word : `"${word.replaceAll(/["\\$`]/g, '\\$&')}"`))
  return safeText([...(env['npm_command'] === undefined ? [] : runner(home)), 'hedgerow', ...quoted].join(' '))
}

// Only the address runs this package from npx's own cache. Elsewhere `--no-install` keeps npx from running a stranger's package of that name.
function runner(home: string): readonly string[] {
  if (!toSlashes(home).includes('/_npx/')) return ['npx', '--no-install']
  return ['npx', '--package', thisRelease()?.tarball ?? '<address>']
}

// More names than this cannot be read at once.
const MOST_NAMED = 10

/** The first names of a list, safe to print, and how many more there are. */
export function nameSome(names: readonly string[]): string {
  const more = names.length > MOST_NAMED ? `, and ${names.length - MOST_NAMED} more` : ''
  return names.slice(0, MOST_NAMED).map(safeText).join(', ') + more
}

/** The first decks that a build leaves out, each with the reason. */
export function nameLeftOut({ drafts, reasons }: Pick<Content, 'drafts' | 'reasons'>): string {
  return nameSome(drafts.map((file) => `${file} (${reasons.get(file) ?? 'draft'})`))
}

/** `1 deck`, `2 decks`. */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
