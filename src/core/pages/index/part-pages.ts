import type { EmittedFile, Site } from '../../model.ts'
import { wordsIn } from '../../i18n/words-in.ts'
import type { ListScript } from '../../shared/list-part.ts'
import { canonicalLink } from '../html-page.ts'
import { sitePreview } from '../link-preview.ts'
import { quoted } from '../quoted.ts'
import { sitePage, type SitePageContext } from '../site-page.ts'
import { fontLinks } from './cover.ts'
import type { CardContext } from './deck-card.ts'
import { deckSections } from './deck-sections.ts'
import type { ListPart } from './divide-list.ts'
import { linksOfPart, type LongList, nameOfPart, pageAfter, partPath, policiesOf, yearLinks } from './long-list.ts'
import { searchField, searchScript } from './search-field.ts'

/** How pages print a list. Its pages are in one folder, so addresses of the first are right on all. */
export interface ListPrinting {
  readonly name: string
  /** The text of the link to the first page. */
  readonly up: string
  readonly card: CardContext
}

/** The pages of a list after the first, one after the other: for each part a page, and a script with the same decks for pages that are scrolled. */
export function* partPages(site: Site, list: LongList, printing: ListPrinting, context: SitePageContext): Generator<EmittedFile> {
  for (const part of list.parts) {
    const decks = deckSections(part.decks, printing.card, list.years.length === 1)
    const fonts = fontLinks(part.decks, printing.card)
    yield { path: partPath(list, part), content: partPage(site, { list, part, decks, fonts, ...printing }, context) }
    const path = partPath(list, part, 'js')
    const script: ListScript = { html: decks + fonts, next: pageAfter(list, part) }
    const name = path.slice(path.lastIndexOf('/') + 1)
    yield { path, content: `(self.hedgerowLists??={})[${quoted(name)}]=${quoted(JSON.stringify(script))}\n` }
  }
}

interface PrintedPart extends ListPrinting {
  readonly list: LongList
  readonly part: ListPart
  /** HTML. */
  readonly decks: string
  readonly fonts: string
}

function partPage(site: Site, { list, part, decks, fonts, name, up, card }: PrintedPart, context: SitePageContext): string {
  const { options } = site
  const { words } = wordsIn([options.lang])
  const { field, results } = searchField(site, context, words.index)
  const search = searchScript(context)
  const path = partPath(list, part)
  const title = `${name} – ${nameOfPart(part, words.index)}`
  return sitePage(
    site,
    {
      title,
      description: '',
      head: canonicalLink(options.url, path) + sitePreview(options, { path, title, description: '', lang: options.lang }),
      main: `<main>
<p class="up"><a href="${card.urls.asset(list.path)}">${up}</a></p>
<div class="tools">
${field}${yearLinks(list, part.decks, words.index)}</div>
${results}${decks}${linksOfPart(list, part, words.index)}
</main>`,
      ...search,
      end: fonts + search.end,
      policies: policiesOf(list, search.policies),
    },
    context,
  )
}
