import { isUtf8 } from 'node:buffer'
import { readSiteOptions } from '../../core/config/read-site-options.ts'
import { SITE_FILE } from '../../core/config/site-file.ts'
import { fillTemplate } from '../../core/deck/fill-template.ts'
import { readToolOptions } from '../content/read-tool-options.ts'
import { openDocument } from '../../core/deck/open-document.ts'
import { applyEdits } from '../../core/diagnostics/apply-edits.ts'
import { collect } from '../../core/diagnostics/collect.ts'
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts'
import { countMessages } from '../../core/diagnostics/limit-messages.ts'
import { largestOf } from '../../core/files.ts'
import { withoutCodes } from '../../core/suppressions.ts'
import { checkNames, readContent } from '../content/read-content.ts'
import { stripMetadata } from '../assets/strip-metadata/strip-metadata.ts'
import { composerSetup } from '../compose/composer.ts'
import { ownTemplates } from '../content/find-template.ts'
import { LEFT_IN_TEMPLATES, TEMPLATE_SAMPLE } from './check-templates.ts'
import type { Tools } from './compose-site.ts'
import { LARGEST_TEXT, readInside, withLineFeeds } from '../files/read-file.ts'
import { reasonOf } from '../files/system-errors.ts'

/** A file as it was just read, and its fixed text; nothing has been written yet. */
export interface FixedFile {
  /** Relative to the content root. */
  readonly path: string
  readonly before: string
  readonly after: string
  readonly fixed: readonly Diagnostic[]
}

/** A picture as it was just read, and without its metadata; nothing has been written yet. */
export interface FixedPicture {
  readonly path: string
  readonly before: Uint8Array
  readonly after: Uint8Array
  readonly fixed: readonly Diagnostic[]
}

/** A file that cannot be read, or a picture that cannot be fixed. */
export interface UnreadableFile {
  readonly path: string
  readonly problem: string
}

type Diagnose = (text: string) => Promise<readonly Diagnostic[]>

// A fix may reveal the next problem: a key that is now spelt right has its value checked.
const MOST_ROUNDS = 10

/**
 * Fixes in memory what has only one solution in the files of a site, its templates and pictures too. Each file is read just before it is yielded, so that the
 * caller can write it before its author saves it again. With `only`, nothing but the deck of that path and its pictures. Throws if the root is not a readable folder.
 */
export async function* fixSite(
  root: string,
  { client, diagramRenderer, openComposer }: Tools,
  only?: string,
): AsyncGenerator<FixedFile | FixedPicture | UnreadableFile> {
  const content = readContent(root, { only: only === undefined ? undefined : (file) => file === only })
  checkNames(content, client)
  const composer = openComposer(composerSetup(content, { client, diagramRenderer }), diagramRenderer.draw)
  // By their paths, with the message that is about them in the first deck that shows them.
  const pictures = new Map<string, Diagnostic>()
  const diagnoseDeck =
    (file: string): Diagnose =>
    async (text) => {
      const found: Diagnostic[] = []
      const document = openDocument(
        { path: file, text: withLineFeeds(text) },
        collect(found),
        readToolOptions(root, file, () => undefined),
      )
      const { diagnostics } = document.frontMatter.failed ? { diagnostics: [] } : await composer.compose(document)
      for (const message of diagnostics)
        if (message.picture !== undefined && (pictures.get(message.picture)?.file ?? file) === file) pictures.set(message.picture, message)
      return [...withoutCodes(found, content.options.ignore), ...diagnostics]
    }
  const diagnoseTemplate =
    (file: string): Diagnose =>
    async (text) =>
      withoutCodes(await diagnoseDeck(file)(fillTemplate(text, TEMPLATE_SAMPLE)), LEFT_IN_TEMPLATES)
  const diagnoseSite: Diagnose = async (text) => {
    const found: Diagnostic[] = []
    readSiteOptions(withLineFeeds(text), collect(found))
    return withoutCodes(found, content.options.ignore)
  }
  const hasEdits = (wanted: string) => content.diagnostics.some(({ file, edits }) => file === wanted && edits)
  const work: readonly (readonly [file: string, diagnose: Diagnose])[] = [
    ...(hasEdits(SITE_FILE) ? [[SITE_FILE, diagnoseSite] as const] : []),
    ...content.decks.map(({ source }) => [source.path, diagnoseDeck(source.path)] as const),
    // Files that are not decks only because their type is misspelt.
    ...content.skipped.filter(hasEdits).map((file) => [file, diagnoseDeck(file)] as const),
    ...ownTemplates(root).map((file) => [file, diagnoseTemplate(file)] as const),
  ]
  const isWanted = (file: string) => only === undefined || file === only
  if (
    only !== undefined &&
    !work.some(([file]) => file === only) &&
    (content.skipped.includes(only) || !content.tree.documents.includes(only))
  )
    yield { path: only, problem: 'it is not a deck of the folder' }
  for (const { code, file, message } of content.diagnostics)
    if (code === 'file-unreadable' && isWanted(file)) yield { path: file, problem: message }
  try {
    for (const [file, diagnose] of work) {
      if (!isWanted(file)) continue
      const fixed = await fixFile(root, file, diagnose)
      if (fixed) yield fixed
    }
    for (const [picture, message] of pictures) yield fixPicture(root, picture, message)
  } finally {
    await composer.close()
  }
}

function fixPicture(root: string, file: string, message: Diagnostic): FixedPicture | UnreadableFile {
  try {
    const before = readInside(root, file, largestOf(file))
    const after = stripMetadata(before)
    const problem = 'its metadata cannot be removed; it may be damaged'
    return after === before ? { path: file, problem } : { path: file, before, after, fixed: [message] }
  } catch (cause) {
    return { path: file, problem: reasonOf(cause) }
  }
}

async function fixFile(root: string, file: string, diagnose: Diagnose): Promise<FixedFile | UnreadableFile | undefined> {
  let bytes: Buffer
  try {
    bytes = readInside(root, file, LARGEST_TEXT)
  } catch (cause) {
    return { path: file, problem: reasonOf(cause) }
  }
  // Writing it back as text would change other bytes.
  if (!isUtf8(bytes)) return undefined
  const before = bytes.toString('utf8')
  const fixed: Diagnostic[] = []
  let text = before
  let found = await diagnose(text)
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = applyEdits(text, found)
    if (next.fixed.length === 0) break
    const left = await diagnose(next.text)
    // Skip fixes that do not reduce the number of problems.
    if (countMessages(left) >= countMessages(found)) break
    fixed.push(...next.fixed)
    text = next.text
    found = left
  }
  return text === before ? undefined : { path: file, before, after: text, fixed }
}
