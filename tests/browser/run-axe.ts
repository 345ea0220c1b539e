import { createRequire } from 'node:module'
import type { BrowserContext, Page } from 'playwright-core'

/** Rules of axe for WCAG 2.2, A and AA. */
export const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** Loads axe with every page of a context, which takes a fraction of the time that loading it later takes. */
export async function bringAxe(context: BrowserContext): Promise<void> {
  await context.addInitScript({ path: AXE })
}

/** What axe finds on a page that lets it in, and how much it looked at. */
export async function runAxe(page: Page, context: object, rules: readonly string[]): Promise<{ violations: string[]; passes: number }> {
  const isThere = await page.evaluate(() => 'axe' in window)
  if (!isThere) await page.addScriptTag({ path: AXE })
  return page.evaluate(
    async ([include, runOnly]) => {
      interface Found {
        readonly id: string
        readonly nodes: readonly { readonly html: string }[]
      }
      const { axe: program } = window as unknown as {
        axe: { run: (root: object, options: object) => Promise<{ violations: Found[]; passes: Found[] }> }
      }
      const { violations, passes } = await program.run(include, { runOnly })
      return { violations: violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html}`)), passes: passes.length }
    },
    [context, rules] as const,
  )
}
