import { singlePage } from '../../src/core/pages/single/single-page.ts'
import type { Diagnostic } from '../../src/core/diagnostics/diagnostic.ts'
import { composeText, type Surroundings } from './compose-text.ts'
import { recordReports } from './record-reports.ts'
import { stubClient } from './stub-client.ts'

/** Scripts as a page of the tests has them. */
export const SCRIPTS = { loader: stubClient.loader, script: { text: '/* all */', hash: "'sha256-all'" } }

/** A deck as a single file, and what is said when it becomes one. Files are embedded as their names. */
export function singleText(
  text: string,
  { sheets = {}, url, ...surroundings }: Surroundings & { readonly sheets?: Readonly<Record<string, string>>; readonly url?: string } = {},
): { readonly html: string; readonly found: readonly Diagnostic[]; readonly places: () => readonly string[] } {
  const { report, found, places } = recordReports()
  const files = new Set([...(surroundings.files ?? []), 'deck.md', 'a.woff2', 'b.woff2'])
  const html = singlePage(composeText(text, surroundings).page, {
    page: 'deck.html',
    ...(url === undefined ? {} : { url }),
    ...SCRIPTS,
    lang: 'en',
    speakerCss: '/* speaker */',
    read: (file) => sheets[file] ?? `/* ${file} */`,
    embed: (file) => (files.has(file) ? `data:x/y;base64,${Buffer.from(file).toString('base64')}` : undefined),
    report,
    deck: { path: 'deck.md', lines: [1, 9, 17] },
  })
  return { html, found, places }
}

/** The address of an embedded file. */
export const embedded = (file: string): string => `data:x/y;base64,${Buffer.from(file).toString('base64')}`
