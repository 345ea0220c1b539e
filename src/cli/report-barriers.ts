import { readFileSync } from 'node:fs'
import path from 'node:path'
import { SITE_FILE } from '../core/config/site-file.ts'
import { catalogue } from '../core/diagnostics/catalogue.ts'
import { pagePath } from '../core/pages/urls.ts'
import { isIgnored } from '../core/suppressions.ts'
import { auditPages, type Barrier } from '../node/chromium/audit-pages.ts'
import type { Chromium } from '../node/chromium/open-chromium.ts'
import { reasonInLine } from '../node/files/system-errors.ts'
import { findPackage, installCommand, packageFolder } from '../node/package/package-paths.ts'
import type { BuiltSite } from '../node/site/build-site.ts'
import type { Terminal } from './terminal.ts'

const AXE = 'axe-core'

// In characters.
const LONGEST_TAG = 100
const FOUND_BY = 24

/** Reports what axe finds on the slides of a built site, each with its line, except where a comment ignores it. */
export async function reportBarriers(
  { decks, content: { read, report } }: Pick<BuiltSite, 'decks' | 'content'>,
  { site, chromium, terminal }: { readonly site: string; readonly chromium: Chromium | undefined; readonly terminal: Terminal },
): Promise<void> {
  const from = findPackage(AXE)
  const leave = (why: string, help: string) => report('accessibility-unchecked', { file: SITE_FILE }, why, help)
  if (!from) return leave(`the package ${AXE} is not installed`, `Install it: \`${installCommand(AXE, packageFolder, undefined)}\``)
  const getChromium = 'Install Chromium, or set CHROMIUM to the path of a browser'
  if (chromium === undefined) return leave('Chromium was not found', getChromium)
  terminal.progress('checking slides in Chromium')
  try {
    const axe = readFileSync(path.join(from.folder, 'axe.min.js'), 'utf8')
    const found = await auditPages(
      decks.map(({ id }) => pagePath(id)),
      { chromium, site, axe },
    )
    for (const { id, path: file, lines } of decks) {
      const barriers = found.get(pagePath(id)) ?? []
      const source = barriers.length > 0 ? read(file).document?.source : undefined
      const sourceLines = source?.text.split('\n') ?? []
      const isSuppressed = source ? isIgnored({ source, starts: lines }) : () => false
      const { severity } = catalogue['accessibility-barrier']
      for (const barrier of barriers) {
        const line = lineOf(barrier, lines, sourceLines)
        if (isSuppressed({ code: 'accessibility-barrier', severity, file, line })) continue
        report('accessibility-barrier', { file, line }, lowerFirst(barrier.demand), barrier.rule, shorten(barrier.tag), barrier.fix)
      }
    }
  } catch (cause) {
    leave(`Chromium did not start: ${reasonInLine(cause)}`, getChromium)
  }
}

/** The line that has the text or the file of an element, else that of its slide. */
function lineOf({ index, text }: Barrier, starts: readonly number[], source: readonly string[]): number | undefined {
  const start = starts[index]
  if (start === undefined) return undefined
  const part = (/[^/?#]+\.\w{2,5}(?=[?#]|$)/.exec(text)?.[0] ?? text).slice(0, FOUND_BY).trim()
  const end = starts[index + 1] ?? source.length + 1
  const at = part === '' ? -1 : source.slice(start - 1, end - 1).findIndex((line) => line.includes(part))
  return at === -1 ? start : start + at
}

function shorten(tag: string): string {
  return tag.length <= LONGEST_TAG ? tag : `${tag.slice(0, LONGEST_TAG)}…`
}

function lowerFirst(text: string): string {
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`
}
