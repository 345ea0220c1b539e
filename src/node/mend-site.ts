import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readSiteOptions, SITE_FILE } from '../core/config/read-site-options.ts'
import { openDocument } from '../core/deck/open-document.ts'
import { applyEdits } from '../core/diagnostics/apply-edits.ts'
import { collect } from '../core/diagnostics/collect.ts'
import type { Diagnostic } from '../core/diagnostics/diagnostic.ts'
import { withoutCodes } from '../core/heed-ignores.ts'
import { checkNames } from './check-names.ts'
import { composerSetup } from './composer-setup.ts'
import type { Tools } from './load-site.ts'
import { readContent } from './read-content.ts'
import { withLineFeeds } from './read-text.ts'

/** A file of which something can be mended; nothing has been written yet. */
export interface MendedFile {
  /** Relative to the content root. */
  readonly path: string
  readonly before: string
  readonly after: string
  readonly mended: readonly Diagnostic[]
}

type Diagnose = (text: string) => Promise<readonly Diagnostic[]>

// What has been mended may show what is mended next, as a key that is now spelt right shows its value.
const MOST_ROUNDS = 10

/** Mends the files of a site in memory: what can be mended without asking. Throws where the root is no readable folder. */
export async function mendSite(root: string, { client, drawer, openComposer }: Tools): Promise<readonly MendedFile[]> {
  const content = readContent(root)
  checkNames(content, client)
  const composer = openComposer(composerSetup(content, { client, drawer }), drawer.draw)
  const diagnoseDeck =
    (file: string): Diagnose =>
    async (text) => {
      const found: Diagnostic[] = []
      const document = openDocument({ path: file, text: withLineFeeds(text) }, collect(found))
      const { diagnostics } = document.frontMatter.failed ? { diagnostics: [] } : await composer.compose(document)
      return [...withoutCodes(found, content.options.ignore), ...diagnostics]
    }
  const diagnoseSite: Diagnose = async (text) => {
    const found: Diagnostic[] = []
    readSiteOptions(withLineFeeds(text), collect(found))
    return withoutCodes(found, content.options.ignore)
  }
  const files: MendedFile[] = []
  try {
    const add = async (file: string, diagnose: Diagnose) => {
      const mended = await mendFile(root, file, diagnose)
      if (mended) files.push(mended)
    }
    if (content.diagnostics.some(({ file, edits }) => file === SITE_FILE && edits)) await add(SITE_FILE, diagnoseSite)
    for (const { source } of content.decks) await add(source.path, diagnoseDeck(source.path))
    // What is no deck only because its type is misspelt.
    for (const file of content.skipped)
      if (content.diagnostics.some((found) => found.file === file && found.edits)) await add(file, diagnoseDeck(file))
  } finally {
    await composer.close()
  }
  return files
}

async function mendFile(root: string, file: string, diagnose: Diagnose): Promise<MendedFile | undefined> {
  const before = readFileSync(path.join(root, file), 'utf8')
  const mended: Diagnostic[] = []
  let text = before
  let found = await diagnose(text)
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = applyEdits(text, found)
    if (next.mended.length === 0) break
    const left = await diagnose(next.text)
    // What does not make a deck better is not done.
    if (left.length >= found.length) break
    mended.push(...next.mended)
    text = next.text
    found = left
  }
  return text === before ? undefined : { path: file, before, after: text, mended }
}
