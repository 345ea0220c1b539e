import { isCounted } from '../../deck-outline.ts'
import type { SiteOptions } from '../../config/site-options.ts'
import { escapeHtml } from '../../escape-html.ts'
import type { ClientBundle, RenderedDeck, StyleBundle, Urls } from '../../model.ts'
import { longDate } from '../../i18n/formats.ts'
import type { Words } from '../../i18n/words.ts'
import { fill, wordsIn } from '../../i18n/words-in.ts'
import { brandGround } from '../brand-colours.ts'
import { iconAddress } from '../site-icon.ts'
import { canonicalLink, datedTitle, htmlPage, siteLinks } from '../html-page.ts'
import { brandTokens, pageBrand } from '../page-brand.ts'
import { pageHeader, searchLink } from '../page-frame.ts'
import { readingCover } from './reading-cover.ts'
import { PAGE_TRANSITION } from '../page-transition.ts'
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

/** The footer comes after all content of the author. What is put in front of it is below the text. */
export const FOOTER_START = '</div></div></main>\n<footer class="hr-footer'
export const FOOTER_END = '</nav></div></footer>'
/** The links to other pages. */
export const UP_START = '<p class="hr-up"'
/** The head of the text; with a class more, the date is its heading. */
export const HEAD_START = '<section class="hr-header'

/** The reading view of a deck: static HTML, with its slides as sections. Its only script is the one that knows the colour scheme. Does not change the trees of the deck. */
export function readingPage(rendered: RenderedDeck, context: ReadingPageContext): string {
  const { urls, client, options, brand, date, lang, pad } = context
  const { deck, isWithoutSource } = rendered
  const { words, lang: spoken } = wordsIn([options.lang])
  const ours = lang.toLowerCase().split('-')[0] === spoken ? '' : ` lang="${spoken}"`
  const title = rendered.title || deck.id
  const columns = positionSlides(rendered.columns)
  const slides = columns.flat()
  const cover = readingCover(rendered, date, spoken)
  const about = { words, title, lang: ours, deck: urls.page(deck.id), copies: rendered.copies, photo: cover.photo }
  const sections = printSections(slides, about)
  const citations = readingCitations({ id: deck.id, title, authors: deck.options.author, date, lang }, options)
  const style = pageBrand(client, brand)
  const styles = [client.reading, ...(style ? [style] : []), ...(rendered.hasMath ? [client.math] : [])]
  const links = [`<a href="#${PAGE_IDS.top}">${words.reading.toTop}</a>`, ...siteLinks(options.links, words)]
  const counted = slides.filter(({ slide }) => isCounted(slide)).length
  const count = counted === 1 ? words.index.oneSlide : fill(words.index.slides, counted)
  const showNotes = slides.some(({ slide }) => slide.notes)
    ? `<p class="hr-all-notes"${ours}><label><input type="checkbox" id="${PAGE_IDS.notes}"> ${words.reading.showNotes}</label></p>\n`
    : ''
  return htmlPage({
    lang,
    title: datedTitle(title, date),
    description: context.description,
    scripts: [client.scheme, ...(client.reload ? [client.reload] : [])],
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
      `<style>${PAGE_TRANSITION}</style>\n<script>${client.scheme.text}</script>\n` +
      styles.map(({ file }) => `<link rel="stylesheet" href="${urls.client(file)}">\n`).join(''),
    body: `<body class="reading" id="${PAGE_IDS.top}"${brandTokens(style)}>
<a class="hr-skip" href="#${PAGE_IDS.text}"${ours}>${words.reading.skip}</a>
${pageHeader({ options, urls, client, ours, links: [], search: searchLink(urls, words.index.filter) })}<nav class="hr-crumbs"${ours} aria-label="${words.index.pages}"><div class="hr-wide">
${UP_START}${ours}><a href="${urls.index()}">${words.viewer.allDecks}</a></p>
</div></nav>
<main>
${HEAD_START} hr-wide"><div>
<h1><span>${escapeHtml(title)}</span>${printDate(date, spoken, ours)}</h1>
<p class="hr-facts"${ours}>${deck.options.draft ? `<strong>${words.index.draft}</strong> ` : ''}<a class="hr-present" href="${urls.page(deck.id)}">${fill(words.index.show, count)}</a>
<a href="#${PAGE_IDS.citation}">${words.citation.cite}</a>${isWithoutSource ? '' : `\n<a href="${urls.source(deck.id)}" download>Markdown</a>`}</p>
${printTags(deck.options.tags, { urls, ours, name: words.index.tags })}${pad ? `<p class="hr-pad"${ours}>${padLine(pad, spoken)}</p>\n` : ''}${showNotes}</div>
${cover.html}</section>
<div class="hr-body hr-wide">
<nav class="hr-contents"${ours} aria-label="${words.reading.contents}">
<b aria-hidden="true">${words.reading.contents}</b>
<details><summary>${words.reading.contents}</summary>
${readingContents(columns, words, ours === '' ? '' : ` lang="${escapeHtml(lang)}"`)}
</details>
</nav>
<div class="hr-text">
<div class="hr-slides" id="${PAGE_IDS.text}" tabindex="-1"${deck.options.dir === 'rtl' || deck.options.reveal.rtl === true ? ' dir="rtl"' : ''}>
${sections.join('\n')}
</div>
${citations}${FOOTER_START} hr-end"${ours}><div class="hr-wide">
<nav aria-label="${words.index.about}">
${links.join('\n')}
${FOOTER_END}
${client.reload ? `<script>${client.reload.text}</script>\n` : ''}</body>`,
  })
}

function printSections(
  slides: readonly PositionedSlide[],
  {
    title,
    photo,
    ...context
  }: Pick<SectionContext, 'words' | 'lang' | 'deck' | 'copies'> & {
    readonly title: string
    /** It is shown already. */
    readonly photo: string | undefined
  },
): readonly string[] {
  const ids = new Set([...Object.values(PAGE_IDS), ...slides.map(({ id }) => id)])
  const shared = { ...context, ids, follow: sectionLinks(slides), pictures: new Set(photo === undefined ? [] : [photo]) }
  const titles = slides.map(({ slide }) => slide.title)
  return slides.map((placed, index) => {
    const above = titles[index - 1] ?? title
    // A heading that repeats the one above is left out; those after it are below that one, which is the title of the page or a slide's.
    const isBelow = above === titles[index] && titles.slice(0, index).some((other) => other !== title)
    return readingSection(placed, { ...shared, above, isBelow })
  })
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

function printDate(date: string | undefined, lang: string, ours: string): string {
  if (date === undefined) return ''
  return ` <time datetime="${date}"${ours}>${longDate(date, lang)}</time>`
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
