import { serialize } from 'parse5'
import { MERMAID_CONFIG } from '../../diagrams/mermaid.ts'
import { escapeHtml } from '../../escape-html.ts'
import type { ClientBundle, PictureCopies, RenderedDeck, RenderedSlide, StyleBundle, Urls } from '../../model.ts'
import { wordsIn } from '../../i18n/words-in.ts'
import { BACKGROUND_ALT, BACKGROUND_COPY, backgroundPicture, backgroundStyle } from '../../shared/background.ts'
import { codeBackground } from '../../clean/code-background.ts'
import { canonicalLink, datedTitle, htmlPage, siteLinksInHead } from '../html-page.ts'
import { PAGE_TRANSITION } from '../page-transition.ts'
import { type PadOrigin, padLink } from '../pad-origin.ts'
import { robotsMeta } from '../robots.ts'
import { backgroundCopies, widest, withBackground } from '../sized-pictures.ts'
import { pagePath } from '../urls.ts'
import type { Sponsor } from '../../config/dated-sponsors.ts'
import type { SiteOptions } from '../../config/site-options.ts'
import type { DeckOptions } from '../../config/deck-options.ts'

export interface DeckPageContext {
  readonly urls: Urls
  readonly client: ClientBundle
  /** The styles of the deck: theme, and brand and formulas if it has them. */
  readonly styles: readonly StyleBundle[]
  readonly lang: string
  /** Language of the site: the interface speaks it. */
  readonly siteLang: string
  readonly description: string
  /** The tags for previews of links to the page. */
  readonly preview: string
  /** ISO date, added to the title, since decks of a series often share one. */
  readonly date?: string
  /** Address of the image behind all slides, if it is in the site. */
  readonly parallaxImage?: string
  /** The deck has a brand: its title, its date and the logo are below every slide. */
  readonly isBranded: boolean
  /** Address of the icon. */
  readonly icon: string
  /** The ground of its brand, if it has one: a deck is light until its viewer switches. */
  readonly ground?: { readonly light: string } | undefined
  /** Address of the site, if its options have it. */
  readonly site?: string
  /** Address of the site's logo. */
  readonly logo?: string
  /** The sponsors at its date, with the addresses of their logos. */
  readonly sponsors: readonly Pick<Sponsor, 'name' | 'logo'>[]
  /** Address of the script that draws diagrams in the browser, if the deck needs it. */
  readonly diagramScript?: string
  /** The pad that the deck came from, if its page says so. */
  readonly pad?: PadOrigin
  /** The links of the site. */
  readonly links: SiteOptions['links']
  /** Instructions for search engines. */
  readonly robots?: string
  /** Links to the feeds that list the deck, as HTML. */
  readonly feeds: string
}

/**
 * The page of a deck: all slides in static HTML. The head contains only what the first paint needs; everything else comes after
 * the slides, so that nothing delays the first one.
 */
export function deckPage(rendered: RenderedDeck, context: DeckPageContext): string {
  const { urls, client, styles, date } = context
  const { options } = rendered.deck
  const title = rendered.title || rendered.deck.id
  const pageTitle = datedTitle(title, date)
  const footer = context.isBranded ? deckFooter(title, context) : ''
  const draft = options.draft ? draftMark(context.siteLang) : ''
  const others = otherPages(rendered, context)
  const critical = styles.map((style) => style.critical).join('')
  const deckCss = rendered.css === '' ? '' : `<style>@layer deck{${rendered.css}}</style>\n`
  const { file, integrity } = client.script
  const script = `<script data-src="${urls.client(file)}" data-integrity="${integrity}">${client.loader.text}</script>\n`
  const reveal = { ...options.reveal, parallaxBackgroundImage: context.parallaxImage }
  const background = codeBackground(rendered.css)
  const columns = rendered.columns.map((column) => column.map((slide) => withCopy(slide, rendered.copies)))
  const first = shownBackground(columns[0]?.[0]?.attributes ?? {})
  const attributes = [
    `class="reveal${options.reveal.center === false ? '' : ' center'}${background === undefined ? '' : ` has-${background}-code`}${rendered.deck.isComposed ? ' composed' : ''}"`,
    ...(options.lang === undefined ? [] : [`lang="${escapeHtml(options.lang)}"`]),
    ...(options.reveal.rtl === true ? ['dir="rtl"'] : []),
    `data-interface="${wordsIn([context.siteLang]).lang}"`,
    `data-options="${escapeHtml(JSON.stringify(reveal))}"`,
    ...(context.diagramScript === undefined
      ? []
      : [`data-mermaid="${escapeHtml(JSON.stringify({ script: context.diagramScript, config: MERMAID_CONFIG }))}"`]),
    `style="${escapeHtml([slideSize(options.reveal), backgroundStyle(first)].filter((part) => part !== '').join(';'))}"`,
  ]
  return htmlPage({
    lang: context.lang,
    title: pageTitle,
    description: context.description,
    scripts: [client.loader, ...(client.reload ? [client.reload] : [])],
    connects: client.reload !== undefined,
    makesMarkup: true,
    frameSources: rendered.frameSources,
    loadsRemote: rendered.loadsRemote,
    icon: context.icon,
    ground: context.ground,
    head: `${robotsMeta(context.robots)}${canonicalLink(context.site, pagePath(rendered.deck.id))}${context.preview}${context.feeds}<link rel="up" href="${urls.index()}">\n${preload(first)}${others.links}<style>${critical}${PAGE_TRANSITION}</style>\n${deckCss}${script}`,
    body: `<body style="margin:0">
${others.offer}
<main ${attributes.join(' ')}>
<h1 class="deck-title">${escapeHtml(pageTitle)}</h1>
<div class="deck-background"></div><div class="deck-bounds"><div class="slides">
${printColumns(columns)}
</div></div>
${footer}${draft}</main>
${styles.map((style) => `<link rel="stylesheet" href="${urls.client(style.file)}">`).join('\n')}${client.reload ? `\n<script>${client.reload.text}</script>` : ''}
</body>`,
  })
}

// Links to the reading view, also for browsers without scripting, to the source and to the pad.
function otherPages(
  { deck: { id }, isWithoutSource }: RenderedDeck,
  { urls, siteLang: lang, pad, links }: DeckPageContext,
): { readonly links: string; readonly offer: string } {
  const { lang: spoken, words } = wordsIn([lang])
  const reading = `href="${urls.reading(id)}"`
  return {
    links: `<link rel="alternate" type="text/html" ${reading} title="${words.viewer.read}">
${isWithoutSource ? '' : `<link rel="alternate" type="text/markdown" href="${urls.source(id)}">\n`}${pad ? padLink(pad, lang) : ''}${siteLinksInHead(links, { lang: spoken, words })}`,
    offer: `<noscript><p class="no-script" lang="${spoken}"><a ${reading}>${words.viewer.read}</a></p></noscript>`,
  }
}

// Browsers find the background of the first slide only when they lay it out, and then ask for it after what is less urgent.
function preload(attributes: RenderedSlide['attributes']): string {
  const picture = backgroundPicture(attributes)
  return picture === undefined ? '' : `<link rel="preload" as="image" href="${escapeHtml(picture)}" fetchpriority="high">\n`
}

// A background has one copy for windows of all sizes. Its attribute stays what the author wrote; the script takes the copy.
function withCopy(slide: RenderedSlide, copies: PictureCopies | undefined): RenderedSlide {
  const { attributes } = slide
  const picture = backgroundPicture(attributes)
  const copy = picture === undefined ? undefined : widest(picture, backgroundCopies(attributes, copies))
  return copy === picture || copy === undefined ? slide : { ...slide, attributes: { ...attributes, [BACKGROUND_COPY]: copy } }
}

function shownBackground(attributes: RenderedSlide['attributes']): RenderedSlide['attributes'] {
  const copy = attributes[BACKGROUND_COPY]
  return copy === undefined ? attributes : withBackground(attributes, () => copy)
}

function printColumns(columns: RenderedDeck['columns']): string {
  return columns
    .map((column) => {
      const slides = column.map(printSlide)
      return slides.length === 1 ? slides[0] : `<section class="stack">\n${slides.join('\n')}\n</section>`
    })
    .join('\n')
}

function printSlide({ attributes, tree, notes }: RenderedSlide): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
  const aside = notes === undefined ? '' : `\n<aside class="notes">${serialize(notes)}</aside>`
  // reveal.js paints backgrounds outside the slides.
  const alt = (attributes[BACKGROUND_ALT] ?? '').trim()
  const behind = alt === '' ? '' : `<span class="deck-behind" role="img" aria-label="${escapeHtml(alt)}"></span>`
  return `<section${written.join('')}>${behind}${serialize(tree)}${aside}</section>`
}

// In a corner of every slide.
function draftMark(lang: string): string {
  const { lang: spoken, words } = wordsIn([lang])
  return `<p class="deck-draft" lang="${spoken}">${words.index.draft}</p>\n`
}

// Shown below every slide if the theme has it.
function deckFooter(title: string, { date, logo, sponsors }: DeckPageContext): string {
  const picture = logo === undefined ? '' : `<img class="deck-logo" src="${escapeHtml(logo)}" alt="">`
  const day = date === undefined ? '' : `<time datetime="${date}">${date}</time>`
  const logos = sponsors.map(({ name, logo: address }) => `<img src="${escapeHtml(address)}" alt="${escapeHtml(name)}">`)
  return `<footer class="deck-footer">${picture}<span class="deck-name">${escapeHtml(title)}</span>${day}${logos.length === 0 ? '' : `<span class="deck-sponsors">${logos.join('')}</span>`}</footer>\n`
}

/** The size of a deck's slides as custom properties for the style sheets. */
export function slideSize(reveal: DeckOptions['reveal']): string {
  const numbers = {
    width: reveal.width ?? 960,
    height: reveal.height ?? 700,
    margin: reveal.margin,
    'min-scale': reveal.minScale,
    'max-scale': reveal.maxScale,
  }
  return Object.entries(numbers)
    .flatMap(([name, value]) => (typeof value === 'number' ? [`--slide-${name}:${value}`] : []))
    .join(';')
}
