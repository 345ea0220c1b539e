import { answerFrom, offlineAddress } from './answer-from.ts'
import type { Chromium } from './open-chromium.ts'
import type { ChromiumPage } from './open-page.ts'
import { visitPages } from './visit-pages.ts'
import { within } from './within.ts'

/** What keeps people from reading a slide, as axe sees it on the page that is published. */
export interface Barrier {
  /** Index of the slide. */
  readonly index: number
  /** A rule of axe, such as `color-contrast`. */
  readonly rule: string
  /** What the rule demands. */
  readonly demand: string
  /** How it can be met. */
  readonly fix: string
  /** The start tag of the element. */
  readonly tag: string
  /** Its text, or the file that it shows. */
  readonly text: string
}

export interface AuditPages {
  readonly chromium: Chromium
  /** The built site. */
  readonly site: string
  /** The script of axe. */
  readonly axe: string
}

const AT_ONCE = 2
const LIMIT = 120_000

/** The rules of axe for WCAG 2.2, A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] as const

/**
 * Runs axe on the slides of pages, in the narrow view, which shows all of them in their colours and on their backgrounds. Throws if
 * Chromium does not start; a page that is not ready within two minutes is left out.
 */
export async function auditPages(
  pages: readonly string[],
  { chromium, site, axe }: AuditPages,
): Promise<ReadonlyMap<string, readonly Barrier[]>> {
  const found = new Map<string, readonly Barrier[]>()
  await visitPages(pages, {
    chromium,
    page: { width: 480, height: 900, answer: answerFrom(site), script: axe },
    atOnce: AT_ONCE,
    visit: audit,
    onDone(page, outcome) {
      if ('result' in outcome) found.set(page, outcome.result)
    },
  })
  return found
}

async function audit(page: ChromiumPage, file: string): Promise<readonly Barrier[]> {
  const open = async () => {
    await page.open(offlineAddress(file))
    await page.waitFor('.viewer')
    return page.call(barriersIn, RULES)
  }
  const barriers = await within(LIMIT, open())
  if (!barriers) throw new Error(`opening takes longer than ${LIMIT / 1000} seconds`)
  return barriers
}

interface Shown {
  readonly closest: (selector: string) => Shown | null
  readonly getAttribute: (name: string) => string | null
  readonly textContent: string | null
}

interface Violation {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly html: string; readonly target: readonly unknown[]; readonly failureSummary?: string }[]
}

// Runs in the page, so it uses nothing from outside.
async function barriersIn(rules: readonly string[]): Promise<Barrier[]> {
  const { axe, document } = globalThis as unknown as {
    axe: { run: (root: string, options: object) => Promise<{ violations: readonly Violation[] }> }
    document: { querySelectorAll: (selector: string) => Iterable<Shown>; querySelector: (selector: string) => Shown | null }
  }
  const slides = [...document.querySelectorAll('.slides section:not(.stack)')]
  const { violations } = await axe.run('.slides', { runOnly: rules, resultTypes: ['violations'] })
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, target, failureSummary = '' }) => {
      const element = typeof target[0] === 'string' ? document.querySelector(target[0]) : null
      const slide = element?.closest('.slides section:not(.stack)')
      // The first line says that one of the others has to be done.
      const [, first = ''] = failureSummary.split('\n')
      return {
        index: slide ? slides.indexOf(slide) : 0,
        rule: id,
        demand: help,
        fix: first.trim(),
        tag: /^<[^>]*>/.exec(html)?.[0] ?? html,
        text: element?.getAttribute('src') ?? (element?.textContent ?? '').replace(/\s+/g, ' ').trim(),
      }
    }),
  )
}
