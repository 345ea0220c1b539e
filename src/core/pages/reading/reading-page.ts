import type { SiteOptions } from '../../config/site-options.ts'
import { escapeHtml } from '../../escape-html.ts'
import type { ClientBundle, RenderedDeck, StyleBundle, Urls } from '../../model.ts'
import { longDate } from '../../i18n/formats.ts'
import type { Words } from '../../i18n/words.ts'
import { fill, wordsIn } from '../../i18n/words-in.ts'
import { brandGround } from '../brand-colours.ts'
import { iconAddress } from '../site-icon.ts'
import { canonicalLink, datedTitle, htmlPage, siteLinks } from '../html-page.ts'
import { type PadOrigin, padLine } from '../pad-origin.ts'
import { PAGE_IDS, readingSection, type SectionContext, type PositionedSlide, positionSlides, sectionLinks } from './reading-section.ts'
import { robotsMeta } from '../robots.ts'
import { readingCitations } from '../citation/with-revision.ts'
import { namedTags } from '../tags.ts'
import { pagePath, tagPath } from '../urls.ts'

export interface ReadingPageContext {
  readonly urls: Urls
  readonly client: ClientBundle
  readonly options: SiteOptions
  /** Style of the page, if the deck has a brand. */
  readonly brand?: StyleBundle
  readonly lang: string
  /** ISO date. */
  readonly date?: string
  readonly description: string
  /** The tags for previews of links to the page. */
  readonly preview: string
  /** The pad that the deck came from, if its page says so. */
  readonly pad?: PadOrigin
  /** Instructions for search engines. */
  readonly robots?: string
}

/** The footer comes after all content of the author. */
export const FOOTER_START = '<footer class="hr-footer"'
export const FOOTER_END = '</footer>'
/** The links to other pages come before it. */
export const UP_START = '<p class="hr-up"'

/** The reading view of a deck: static HTML without scripts, with its slides as sections. Does not change the trees of the deck. */
export function readingPage(rendered: RenderedDeck, context: ReadingPageContext): string {
  const { urls, client, options, brand, date, lang, pad } = context
  const { deck, isWithoutSource } = rendered
  const { words, lang: spoken } = wordsIn([options.lang])
  const ours = lang.toLowerCase().split('-')[0] === spoken ? '' : ` lang="${spoken}"`
  const title = rendered.title || deck.id
  const columns = positionSlides(rendered.columns)
  const slides = columns.flat()
  const sections = printSections(slides, { words, title, lang: ours, deck: urls.page(deck.id), copies: rendered.copies })
  const citations = readingCitations({ id: deck.id, title, authors: deck.options.author, date, lang }, options)
  const styles = [client.reading, ...(brand ? [brand] : []), ...(rendered.hasMath ? [client.math] : [])]
  const links = [
    `<a href="#${PAGE_IDS.top}">${words.reading.toTop}</a>`,
    ...(isWithoutSource ? [] : [`<a href="${urls.source(deck.id)}" download>${words.viewer.source}</a>`]),
    ...siteLinks(options.links, words),
  ]
  const showNotes = slides.some(({ slide }) => slide.notes)
    ? `<p class="hr-all-notes"${ours}><label><input type="checkbox" id="${PAGE_IDS.notes}"> ${words.reading.showNotes}</label></p>\n`
    : ''
  return htmlPage({
    lang,
    title: datedTitle(title, date),
    description: context.description,
    scripts: client.reload ? [client.reload] : [],
    connects: client.reload !== undefined,
    makesMarkup: client.reload !== undefined,
    loadsRemote: rendered.loadsRemote,
    icon: iconAddress(options, client, urls),
    ground: brandGround(brand),
    head:
      robotsMeta(context.robots) +
      // Search engines list one address for both pages of a deck.
      canonicalLink(options.url, pagePath(deck.id)) +
      context.preview +
      styles.map((style) => `<link rel="stylesheet" href="${urls.client(style.file)}">\n`).join(''),
    body: `<body class="reading" id="${PAGE_IDS.top}"${brand?.tokens ? ` style="${escapeHtml(brand.tokens)}"` : ''}>
<a class="hr-skip" href="#${PAGE_IDS.text}"${ours}>${words.reading.skip}</a>
<header class="hr-header">
${UP_START}${ours}><a href="${urls.index()}">${words.viewer.allDecks}</a> <a href="${urls.index()}?q=">${words.viewer.search}</a></p>
<h1>${escapeHtml(title)}</h1>
<p class="hr-facts"${ours}>${deck.options.draft ? `<strong>${words.index.draft}</strong> ` : ''}${printDate(date, spoken)}<a class="hr-present" href="${urls.page(deck.id)}">${words.reading.present}</a>
<a href="#${PAGE_IDS.citation}">${words.citation.cite}</a></p>
${printTags(deck.options.tags, { urls, ours, name: words.index.tags })}${pad ? `<p class="hr-pad"${ours}>${padLine(pad, spoken)}</p>\n` : ''}${showNotes}</header>
<nav class="hr-contents"${ours} aria-label="${words.reading.contents}">
<details open><summary>${words.reading.contents}</summary>
${readingContents(columns, words, ours === '' ? '' : ` lang="${escapeHtml(lang)}"`)}
</details>
</nav>
<main id="${PAGE_IDS.text}" tabindex="-1"${deck.options.dir === 'rtl' || deck.options.reveal.rtl === true ? ' dir="rtl"' : ''}>
${sections.join('\n')}
</main>
${citations}${FOOTER_START}${ours}>
${links.join('\n')}
${FOOTER_END}
${client.reload ? `<script>${client.reload.text}</script>\n` : ''}</body>`,
  })
}

function printSections(
  slides: readonly PositionedSlide[],
  { title, ...context }: Pick<SectionContext, 'words' | 'lang' | 'deck' | 'copies'> & { readonly title: string },
): readonly string[] {
  const ids = new Set([...Object.values(PAGE_IDS), ...slides.map(({ id }) => id)])
  const shared = { ...context, ids, follow: sectionLinks(slides), pictures: new Set<string>() }
  return slides.map((placed, index) => readingSection(placed, { ...shared, above: slides[index - 1]?.slide.title ?? title }))
}

interface TagContext {
  readonly urls: Urls
  readonly ours: string
  readonly name: string
}

function printTags(tags: readonly string[], { urls, ours, name }: TagContext): string {
  const links = namedTags(tags).map(([key, tag]) => `<a href="${urls.asset(tagPath(key))}">${escapeHtml(tag)}</a>`)
  return links.length === 0 ? '' : `<p class="hr-pad"><span${ours}>${name}:</span> ${links.join(', ')}</p>\n`
}

function printDate(date: string | undefined, lang: string): string {
  if (date === undefined) return ''
  return `<time datetime="${date}">${longDate(date, lang)}</time> `
}

// A list of the columns, with those below the first slide of a column inside it.
function readingContents(columns: readonly (readonly PositionedSlide[])[], words: Words, lang: string): string {
  const titleOf = ({ slide, number }: PositionedSlide) => slide.title || fill(words.reading.slide, number)
  // Consecutive slides often repeat a title: list it once.
  let last = ''
  const isNew = (placed: PositionedSlide) => {
    const title = titleOf(placed)
    const differs = title !== last
    last = title
    return differs
  }
  const link = (placed: PositionedSlide) => `<a href="#${encodeURIComponent(placed.id)}">${escapeHtml(titleOf(placed))}</a>`
  const items = columns.flatMap((column) => {
    const [first, ...rest] = column.filter(isNew)
    if (!first) return []
    const below = rest.length === 0 ? '' : `\n<ol>\n${rest.map((placed) => `<li>${link(placed)}</li>`).join('\n')}\n</ol>\n`
    return [`<li>${link(first)}${below}</li>`]
  })
  return `<ol${lang}>\n${items.join('\n')}\n</ol>`
}
