import { escapeHtml } from '../escape-html.ts'
import { wordsIn } from '../i18n/words-in.ts'
import type { DeckSummary, InlineScript } from '../model.ts'
import { canonicalLink, htmlPage } from './html-page.ts'
import { pagePath, relativeUrls } from './urls.ts'

/** Keeps the slide, which the link and the refresh of the page would lose. The hash is that of the text. */
export const ALIAS_SCRIPT: InlineScript = {
  text: "location.replace(document.querySelector('a').href+location.search+location.hash)",
  hash: "'sha256-xYvXj/vM3IHFIt6xKsnjebwqArzmiLhnfDo7XQm+tOA='",
}

/** The page at an old address of a deck, which leads to the deck, with or without a script. */
export function aliasPage(
  deck: DeckSummary,
  { path, lang, site }: { readonly path: string; readonly lang: string; readonly site?: string },
): string {
  const address = relativeUrls(path).page(deck.id)
  const { words, lang: spoken } = wordsIn([lang])
  const titleLang = deck.lang === undefined ? '' : ` lang="${escapeHtml(deck.lang)}"`
  return htmlPage({
    lang: spoken,
    title: deck.title,
    scripts: [ALIAS_SCRIPT],
    connects: false,
    makesMarkup: false,
    head: `<meta name="robots" content="noindex">\n<meta http-equiv="refresh" content="0; url=${escapeHtml(address)}">\n${canonicalLink(site, pagePath(deck.id))}`,
    body: `<body>\n<p>${words.index.moved} <a href="${escapeHtml(address)}"${titleLang}>${escapeHtml(deck.title)}</a></p>\n<script>${ALIAS_SCRIPT.text}</script>\n</body>`,
  })
}
