import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { SiteOptions } from '../../core/config/site-options.ts'
import type { Report } from '../../core/diagnostics/diagnostic.ts'
import type { ClientBundle, DeckSummary } from '../../core/model.ts'
import { pagePath } from '../../core/pages/urls.ts'
import { singlePage } from '../../core/pages/single/single-page.ts'
import { contentType } from '../../core/files.ts'
import { inlineScript } from '../package/client-bundle.ts'

const MB = 1e6
/** Above this size, a warning is reported. */
const LARGE = 50 * MB
// The whole file is one string in memory, and a browser reads it at once.
const LARGEST = 300 * MB

export interface SingleFileContext {
  /** Folder of the site. */
  readonly site: string
  /** The files of the site that have been written, and their sizes. */
  readonly files: ReadonlyMap<string, number>
  readonly client: ClientBundle
  readonly clientFolder: string
  readonly options: SiteOptions
  readonly report: Report
}

/** The page of a deck of a built site as one file; `undefined` where it would be too large, which is reported. */
export function singleFile(deck: DeckSummary, context: SingleFileContext): string | undefined {
  const { site, files, client, clientFolder, options, report } = context
  const embedded = deck.assets.reduce((sum, asset) => sum + (files.get(asset) ?? 0), 0)
  if (embedded > LARGEST) {
    report('single-missing', { file: deck.path }, `it would be larger than ${LARGEST / MB} MB`)
    return undefined
  }
  const read = (file: string) => readFileSync(path.join(site, file), 'utf8')
  const readClient = (file: string) => readFileSync(path.join(clientFolder, file), 'utf8')
  const html = singlePage(read(pagePath(deck.id)), {
    page: pagePath(deck.id),
    url: options.url,
    loader: client.loader,
    script: inlineScript(readClient(client.single).trim()),
    lang: deck.lang ?? options.lang,
    speakerCss: readClient(client.speaker.style.file),
    read,
    embed: (file) => (files.has(file) ? dataAddress(path.join(site, file)) : undefined),
    report,
    deck: { path: deck.path, lines: deck.lines },
  })
  const bytes = Buffer.byteLength(html)
  if (bytes > LARGE) report('export-large', { file: deck.path }, `${Math.round(bytes / MB)} MB`)
  return html
}

function dataAddress(file: string): string {
  // The charset is dropped: all text is UTF-8, as the page declares.
  const [type = ''] = contentType(file).split(';')
  return `data:${type};base64,${readFileSync(file).toString('base64')}`
}
