import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { readSiteOptions } from '../../core/config/read-site-options.ts'
import { SITE_FILE } from '../../core/config/site-file.ts'
import { dateFromPath } from '../../core/deck/deck-id.ts'
import { didYouMean } from '../../core/diagnostics/nearest.ts'
import { MARKDOWN_ENDINGS } from '../../core/files.ts'
import { type CompletedTemplate, completeTemplate } from '../../core/deck/complete-template.ts'
import { nameDeck, isPortablePath } from '../../core/deck/name-deck.ts'
import { nameLikeNeighbours } from '../../core/pads/name-like-neighbours.ts'
import { readContent } from '../../node/content/read-content.ts'
import { findTemplate, TEMPLATES } from '../../node/content/find-template.ts'
import { MachineFault, reasonOf } from '../../node/files/system-errors.ts'
import { createFile } from '../../node/files/write-file.ts'
import { readText } from '../../node/files/read-file.ts'
import { outlineDeck } from '../../core/summarize-deck.ts'
import type { Terminal } from '../terminal.ts'
import { readDay } from '../read-day.ts'
import { wordsFor } from '../default-folder.ts'
import { commandLine, needFolder, UsageError } from '../usage.ts'

interface Options {
  readonly folder: string
  readonly date?: string
  readonly template?: string
}

/** Creates a deck from a template. Returns its path below the folder; never overwrites a file. */
export function newDeck(typed: string, { folder, date, template }: Options, terminal: Terminal): string {
  const now = new Date()
  const given = date === undefined ? undefined : readDay(date, now)
  const found = findTemplate(folder, { deck: nameDeck(typed).path, wanted: template })
  const isTemplate = 'name' in found && found.name === nameDeck(typed).path
  const neighbours = neighboursIn(folder)
  const name = nameLikeNeighbours(typed, { given, today: readDay('today', now), neighbours, isTemplate })
  const isPlain = name.path.split('/').every((part) => /^[\p{L}\p{N}_][\p{L}\p{N}_. -]*$/u.test(part))
  if (!isPlain || !isPortablePath(name.path) || name.path.startsWith(`${TEMPLATES}/`))
    throw new UsageError(`"${typed}" cannot be a deck name; use letters, digits, spaces and hyphens, or a path inside ${folder}`)
  if ('choices' in found) {
    const why = template === undefined ? 'choose a template with --template' : `unknown template "${template}"; available`
    throw new UsageError(`${why}: ${found.choices.join(', ')}${template === undefined ? '' : didYouMean(template, found.choices)}`)
  }
  const file = `${name.path}.md`
  const target = path.join(folder, file)
  // A deck with the other file ending would have the same address.
  const there = MARKDOWN_ENDINGS.map((ending) => path.join(folder, `${name.path}.${ending}`)).find((known) => existsSync(known))
  if (there !== undefined) throw new UsageError(`${there} already exists`)
  const day = given ?? dateFromPath(name.path) ?? readDay('today', now)
  const completed = completeTemplate(found.text, {
    title: name.title || siteTitle(folder),
    date: day,
    isTitleGiven: nameDeck(typed).title !== '',
  })
  writeNew(target, completed.text)
  terminal.log(`created ${terminal.paint('bold', target)} from the template ${found.name}`)
  logLacking(completed, { template: found.name, isDated: dateFromPath(name.path) !== undefined }, terminal)
  const weekday = dateFromPath(name.path) === undefined ? usualWeekday(neighbours.map((deck) => deck.path)) : undefined
  if (weekday !== undefined) {
    const line = commandLine(['new', typed, '--date', weekday, ...wordsFor(folder, '--folder')], process.env)
    terminal.log(`the other decks have a date in their name: ${line}`)
  }
  return file
}

// That of the newest deck, if most decks have a date in their name.
function usualWeekday(paths: readonly string[]): string | undefined {
  const days = paths.flatMap((file) => dateFromPath(file) ?? []).toSorted()
  const newest = days.length * 2 > paths.length ? days.at(-1) : undefined
  return newest && new Date(newest).toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' }).toLowerCase()
}

const LACKING: Readonly<Record<'title' | 'date', Readonly<Partial<Record<CompletedTemplate['title'], string>>>>> = {
  title: { set: 'so the option "title" was used', missing: 'so write the title yourself' },
  date: { set: 'so its other placeholders of dates were filled', missing: 'so write the date yourself' },
}

function logLacking(
  completed: CompletedTemplate,
  { template, isDated }: { readonly template: string; readonly isDated: boolean },
  terminal: Terminal,
): void {
  for (const value of ['title', 'date'] as const) {
    // The name of the file says the date, too.
    if (value === 'date' && completed.date === 'missing' && isDated) continue
    const done = LACKING[value][completed[value]]
    if (done !== undefined) terminal.log(`the template ${template} has no {{${value}}}, ${done}`)
  }
}

const neighboursIn = (folder: string) => {
  if (!existsSync(folder)) return []
  needFolder(folder)
  const { decks, tree } = readContent(folder, { withoutDrafts: true })
  return decks.map((deck) => outlineDeck(deck, tree.name))
}

function writeNew(target: string, text: string): void {
  try {
    mkdirSync(path.dirname(target), { recursive: true })
    createFile(target, text)
  } catch (cause) {
    // System errors have these properties.
    const { code, syscall } = cause as NodeJS.ErrnoException
    if (code === 'EEXIST' && syscall === 'open') throw new UsageError(`${target} already exists`)
    if (code === 'ENAMETOOLONG') throw new UsageError('the name is too long for a file; choose a shorter one')
    if (syscall === 'open' || syscall === 'mkdir') throw cause
    throw new MachineFault(`${target} cannot be written: ${reasonOf(cause)}`, { cause })
  }
}

// A deck with only a date as its name is one of a series.
function siteTitle(folder: string): string {
  const text = existsSync(path.join(folder, SITE_FILE)) ? readText(folder, SITE_FILE, () => undefined)?.text : undefined
  return readSiteOptions(text ?? '', () => undefined).title
}
