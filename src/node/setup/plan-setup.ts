import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { SITE_FILE } from '../../core/config/site-file.ts'
import { fillTemplate } from '../../core/deck/fill-template.ts'
import type { Document } from '../../core/deck/open-document.ts'
import { safeText } from '../../core/diagnostics/safe-text.ts'
import { findSeries } from '../../core/setup/find-series.ts'
import { guessBrand, guessLanguage, guessTitle } from '../../core/setup/guess-options.ts'
import { fillablePlaceholders, makeTemplate } from '../../core/setup/make-template.ts'
import { EDITORCONFIG, GITIGNORE, missingIgnores } from '../../core/setup/project-files.ts'
import { pagesAddress } from '../../core/setup/read-remote.ts'
import { siteFile } from '../../core/setup/site-file.ts'
import { findTemplate, ownTemplates, TEMPLATES } from '../content/find-template.ts'
import { MISNAMED } from '../content/read-content.ts'
import { documentReader } from '../content/document-reader.ts'
import { toSlashes } from '../files/paths.ts'
import { readForFrame } from '../files/read-file.ts'
import { packageFolder, THEMES } from '../package/package-paths.ts'
import type { Release } from '../package/release.ts'
import type { Surroundings } from './look-around.ts'
import { planWorkflow, type WorkflowChoice } from './plan-workflow.ts'
import type { PlannedFile } from './planned-file.ts'
import { obstacleAt } from './write-missing.ts'

/** What is to be written, and what has to be done by hand. */
export interface Setup {
  readonly files: readonly PlannedFile[]
  /** Each is a sentence without a full stop. */
  readonly notes: readonly string[]
  /** Whether pushing publishes the site, with the planned files. */
  readonly isPublished: boolean
}

export interface SetupOptions {
  readonly release?: Release | undefined
  readonly forge: WorkflowChoice
  /** ISO date of the first deck, where there is none. */
  readonly today: string
}

const FIRST = 'My first talk'

/** Plans the files that a folder of decks needs to become a site, and that are not there. */
export function planSetup(around: Surroundings, { release, forge, today }: SetupOptions): Setup {
  const { root, content } = around
  const decks = decksOf(around)
  const workflow = planWorkflow(around, { release, forge })
  const wanted: readonly PlannedFile[] = [
    planSite(around, decks, release),
    ...(content ? planTemplate(around, decks) : [planFirst(around, today)]),
    ...workflow.files,
    { path: '.gitignore', text: GITIGNORE, reason: 'keeps what commands make out of the repository' },
    { path: '.editorconfig', text: EDITORCONFIG, reason: 'keeps line breaks in Markdown, and sets UTF-8 for all files' },
  ]
  const notes = [...missingNote(around), ...misnamedNote(around), ...workflow.notes]
  const files = wanted.filter((file) => {
    const obstacle = obstacleAt(root, file.path)
    if (obstacle !== undefined) notes.push(...noteOn(around, file, obstacle))
    return obstacle === undefined && !(file.path.endsWith(SITE_FILE) && misnamedNote(around).length > 0)
  })
  const isPublished = workflow.isThere || workflow.files.some((file) => files.includes(file))
  return { files, notes, isPublished }
}

// All that look like decks, also drafts and templates, which are no part of the site.
function decksOf({ content }: Surroundings): readonly Document[] {
  if (!content) return []
  const read = documentReader(content.root)
  const marked = content.decks.length > 0 || content.drafts.length > 0
  const files = marked ? content.drafts : content.candidates.map(({ file }) => file)
  return [...content.decks, ...files.flatMap((file) => read(file).document ?? [])]
}

function planSite(around: Surroundings, decks: readonly Document[], release: Release | undefined): PlannedFile {
  const { root, content, remote } = around
  const folder = path.join(root, around.decks)
  const themes = existsSync(path.join(folder, THEMES)) ? readdirSync(path.join(folder, THEMES)) : []
  const hasDecks = content !== undefined && content.decks.length > 0
  const text = siteFile({
    title: guessTitle(findSeries(decks).title, [...newName(around), path.basename(folder), remote?.name ?? '', path.basename(root)]),
    url: remote && pagesAddress(remote),
    lang: guessLanguage(decks),
    brand: guessBrand(decks, themes),
    unmarked: content?.candidates.map(({ file }) => globFor(file)).toSorted() ?? [],
    hasDecks,
    schema: schemaAddress(folder, root, release),
  })
  return { path: below(around, SITE_FILE), text, reason: 'title and options of the site' }
}

// `include` has globs.
function globFor(file: string): string {
  return file.replace(/[\\*?[\]{}()!+@|]/g, '\\$&')
}

// The installed file if there is one; else that of the release. Other hosts have other addresses for files.
function schemaAddress(folder: string, root: string, release: Release | undefined): string | undefined {
  const file = 'editor/site.schema.json'
  if (packageFolder.startsWith(path.join(root, 'node_modules') + path.sep)) {
    const relative = toSlashes(path.relative(folder, path.join(packageFolder, file)))
    return relative.startsWith('.') ? relative : `./${relative}`
  }
  const repository = release && /^https:\/\/github\.com\/([\w.-]+\/[\w.-]+)$/.exec(release.repository)?.[1]
  return repository && `https://raw.githubusercontent.com/${repository}/${release.commit}/${file}`
}

function planTemplate(around: Surroundings, decks: readonly Document[]): readonly PlannedFile[] {
  if (ownTemplates(path.join(around.root, around.decks)).length > 0) return []
  const { title, dated, templates } = findSeries(decks)
  const [copied] = templates
  const text = copied ? fillablePlaceholders(copied) : makeTemplate(dated)
  if (text === undefined) return []
  const source = copied?.source.path ?? dated.at(-1)?.source.path ?? ''
  const reason = copied ? `template for new decks, from ${source}` : `template for new decks: what ${source} shares with others`
  return [{ path: below(around, `${TEMPLATES}/${templateName(title)}.md`), text, reason }]
}

// The last word says what it is: "Community Call", "Team meeting".
function templateName(title: string | undefined): string {
  const word = title?.toLowerCase().split(' ').at(-1) ?? ''
  return /^[a-z]{3,20}$/.test(word) ? word : 'call'
}

function planFirst(around: Surroundings, today: string): PlannedFile {
  const found = findTemplate(path.join(around.root, around.decks), { wanted: 'talk', deck: '' })
  const text = fillTemplate('text' in found ? found.text : '', { title: FIRST, date: today })
  return { path: below(around, 'my-first-talk.md'), text, reason: 'a deck to start with' }
}

// Who names a new folder says what it is for.
function newName({ missing }: Surroundings): readonly string[] {
  return missing === undefined ? [] : [path.basename(path.resolve(missing))]
}

function missingNote({ missing }: Surroundings): readonly string[] {
  return missing === undefined ? [] : [`"${safeText(missing)}" does not exist and will be created`]
}

function misnamedNote(around: Surroundings): readonly string[] {
  const folder = path.join(around.root, around.decks)
  if (existsSync(path.join(folder, SITE_FILE))) return []
  const name = MISNAMED.find((known) => existsSync(path.join(folder, known)))
  return name === undefined ? [] : [`rename ${below(around, name)} to ${SITE_FILE}: only that name is read`]
}

function noteOn({ root }: Surroundings, file: PlannedFile, obstacle: string): readonly string[] {
  if (file.path === '.gitignore') {
    const missing = missingIgnores(readForFrame(root, file.path) ?? '')
    return missing.length === 0 ? [] : [`add ${missing.join(' and ')} to .gitignore by hand`]
  }
  return obstacle === 'it exists' ? [] : [`${file.path} is not written: ${obstacle}`]
}

function below({ decks }: Surroundings, file: string): string {
  return decks === '.' ? file : `${decks}/${file}`
}
