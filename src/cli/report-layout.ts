import { SITE_FILE } from '../core/config/read-site-options.ts'
import { pagePath } from '../core/pages/relative-urls.ts'
import type { BuiltSite } from '../node/build-site.ts'
import { findChromium } from '../node/find-chromium.ts'
import { measureLayout } from '../node/measure-layout.ts'
import { cacheFolder } from './cache-folder.ts'
import type { Terminal } from './terminal.ts'

/** Reports the slides of a built site that have more on them than room, with how much it is. */
export async function reportLayout({ decks, content: { report } }: BuiltSite, site: string, terminal: Terminal): Promise<void> {
  const chromium = findChromium(process.env)
  if (chromium === undefined) return report('layout-unmeasured', { file: SITE_FILE }, 'there is no Chromium')
  terminal.progress('measuring slides')
  try {
    const pages = decks.map(({ id }) => pagePath(id))
    const found = await measureLayout(pages, { chromium, site, cache: cacheFolder('layout') })
    for (const { id, path: file, lines } of decks) {
      for (const { index, over, size, scrolls } of found.get(pagePath(id)) ?? []) {
        const line = lines[index]
        const shown = `at ${size} %${scrolls ? ', where it scrolls' : ''}`
        report('slide-overflow', { file, ...(line === undefined ? {} : { line }) }, `${over}`, shown)
      }
    }
  } catch (cause) {
    report(
      'layout-unmeasured',
      { file: SITE_FILE },
      `Chromium does not start: ${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)}`,
    )
  }
}
