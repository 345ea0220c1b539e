import type { EmittedFile, Site } from '../../model.ts'
import { wordsIn } from '../../i18n/words-in.ts'
import type { ListScript } from '../../shared/list-part.ts'
import { escapeHtml } from '../../escape-html.ts'
import { canonicalLink } from '../html-page.ts'
import { sitePreview } from '../link-preview.ts'
import { quoted } from '../quoted.ts'
import { sitePage, type SitePageContext, titleBand } from '../site-page.ts'
import type { RowContext } from './deck-row.ts'
import { deckSections } from './deck-sections.ts'
import type { ListPart } from './divide-list.ts'
import { linksOfPart, type LongList, nameOfPart, pageAfter, partPath, policiesOf, yearLinks } from './long-list.ts'
import { searchField, searchScript } from './search-field.ts'
import { toolbar } from './toolbar.ts'

/** How pages print a list. Its pages are in one folder, so addresses of the first are right on all. */
export interface ListPrinting {
  readonly name: string
  /** The text of the link to the first page. */
  readonly up: string
  readonly row: RowContext
}

/** The pages of a list after the first, one after the other: for each part a page, and a script with the same decks for pages that are scrolled. */
export function* partPages(site: Site, list: LongList, printing: ListPrinting, context: SitePageContext): Generator<EmittedFile> {
  for (const part of list.parts) {
    const html = deckSections(part.decks, printing.row, list.years.length === 1)
    yield { path: partPath(list, part), content: partPage(site, { list, part, html, ...printing }, context) }
    const path = partPath(list, part, 'js')
    const script: ListScript = { html, next: pageAfter(list, part) }
    const name = path.slice(path.lastIndexOf('/') + 1)
    yield { path, content: `(self.hedgerowLists??={})[${quoted(name)}]=${quoted(JSON.stringify(script))}\n` }
  }
}

interface PrintedPart extends ListPrinting {
  readonly list: LongList
  readonly part: ListPart
  readonly html: string
}

function partPage(site: Site, { list, part, html, name, up, row }: PrintedPart, context: SitePageContext): string {
  const { options } = site
  const { words } = wordsIn([options.lang])
  const { field, results } = searchField(site, context, words.index)
  const search = searchScript(context)
  const path = partPath(list, part)
  const title = `${name} – ${nameOfPart(part, words.index)}`
  const back = `<nav aria-label="${words.index.archive}"><a class="up" href="${row.urls.asset(list.path)}">${escapeHtml(up)}</a></nav>`
  return sitePage(
    site,
    {
      title,
      description: '',
      head: canonicalLink(options.url, path) + sitePreview(options, { path, title, description: '', lang: options.lang }),
      search: field,
      main: `<main>
${titleBand(title, [])}${results}${toolbar(back, yearLinks(list, part.decks, row))}<div class="list hr-wide">
${html}${linksOfPart(list, part, words.index)}
</div>
</main>`,
      ...search,
      policies: policiesOf(list, search.policies),
    },
    context,
  )
}
