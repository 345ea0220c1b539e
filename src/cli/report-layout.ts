import { SITE_FILE } from '../core/config/read-site-options.ts'
import { catalogue } from '../core/diagnostics/catalogue.ts'
import { isIgnored } from '../core/suppressions.ts'
import { pagePath } from '../core/pages/urls.ts'
import type { BuiltSite } from '../node/site/build-site.ts'
import { findChromium } from '../node/chromium/launch-chromium.ts'
import { measureLayout } from '../node/chromium/measure-layout.ts'
import { cacheFolder } from './cache-folder.ts'
import type { Terminal } from './terminal.ts'

/** Reports overfull slides and by how much, except where a comment ignores it. */
export async function reportLayout(
  { decks, content }: Pick<BuiltSite, 'decks' | 'content'>,
  site: string,
  terminal: Terminal,
): Promise<void> {
  const { report } = content
  const chromium = findChromium(process.env)
  if (chromium === undefined) return report('layout-unchecked', { file: SITE_FILE }, 'Chromium was not found')
  terminal.progress('measuring slides in Chromium')
  try {
    const pages = decks.map(({ id }) => pagePath(id))
    const found = await measureLayout(pages, { chromium, site, cache: cacheFolder('layout') })
    for (const { id, path: file, lines } of decks) {
      const full = found.get(pagePath(id)) ?? []
      const source = content.decks.find((deck) => deck.source.path === file)?.source
      const isKnown = source && full.length > 0 ? isIgnored({ source, starts: lines }) : () => false
      for (const { index, over, size, scrolls } of full) {
        const line = lines[index]
        const { severity } = catalogue['slide-overflow']
        if (isKnown({ code: 'slide-overflow', severity, file, ...(line === undefined ? {} : { line }) })) continue
        const shown = `at ${size} %${scrolls ? ' of its size, with scrolling' : ' of its size'}`
        report('slide-overflow', { file, ...(line === undefined ? {} : { line }) }, `${over}`, shown)
      }
    }
  } catch (cause) {
    report(
      'layout-unchecked',
      { file: SITE_FILE },
      `Chromium did not start: ${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)}`,
    )
  }
}
