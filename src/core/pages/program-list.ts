import { wordsIn } from '../i18n/words-in.ts'
import type { DeckSummary, Site } from '../model.ts'
import { datedTitle } from './html-page.ts'
import { newestFirst } from './newest-first.ts'
import { isListed } from './robots.ts'
import { absoluteAddress, encodePath, readingPath, sourcePath } from './urls.ts'

const HEADINGS = 5
const LONGEST_NOTE = 300

/** `llms.txt` (llmstxt.org): what the site is, and the sources of its decks by year, for programs that read. */
export function programList({ options, decks }: Site): string {
  const { title, description, url, lang } = options
  const { undated } = wordsIn([lang]).words.index
  const years = new Map<string, DeckSummary[]>()
  for (const deck of newestFirst(decks.filter(isListed))) {
    const year = deck.date?.slice(0, 4) ?? ''
    years.set(year, [...(years.get(year) ?? []), deck])
  }
  const address = (path: string) => (url === undefined ? encodePath(path) : absoluteAddress(url, path))
  const line = (deck: DeckSummary) => {
    const note = oneLine(deck.description || deck.headings.slice(0, HEADINGS).join(' · ')).slice(0, LONGEST_NOTE)
    return `- [${linkText(datedTitle(deck.title, deck.date))}](${address(deck.isWithoutSource ? readingPath(deck.id) : sourcePath(deck.id))})${note === '' ? '' : `: ${note}`}\n`
  }
  const sections = [...years].map(([year, listed]) => `\n## ${year || undated}\n\n${listed.map(line).join('')}`)
  return `# ${oneLine(title)}\n${description === '' ? '' : `\n> ${oneLine(description)}\n`}${sections.join('')}`
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
}

function linkText(text: string): string {
  return oneLine(text).replace(/[\\[\]]/g, '\\$&')
}
