import type { ClientBundle, Site, Urls } from '../model.ts'
import { wordsIn } from '../i18n/words-in.ts'
import { htmlPage } from './html-page.ts'
import { iconAddress } from './site-icon.ts'

export interface SpeakerPageContext {
  readonly urls: Urls
  readonly client: ClientBundle
}

/**
 * The page of the speaker view for all decks of a site. Its script shows the deck that has opened it in frames.
 * No other page may show pages of the site in frames.
 */
export function speakerPage({ options }: Site, { urls, client }: SpeakerPageContext): string {
  const { lang, words } = wordsIn([options.lang])
  const { speaker, noScript } = words.stage
  const { script, style } = client.speaker
  // For its typeface.
  const brand = options.brand === undefined ? undefined : client.brands[options.brand]
  return htmlPage({
    lang,
    title: speaker,
    scripts: [client.loader],
    connects: false,
    makesMarkup: true,
    frameSources: ["'self'"],
    icon: iconAddress(options, client, urls),
    head: `<meta name="robots" content="noindex">
${brand ? `<link rel="stylesheet" href="${urls.client(brand.file)}">\n` : ''}<link rel="stylesheet" href="${urls.client(style.file)}">
<script data-src="${urls.client(script.file)}" data-integrity="${script.integrity}">${client.loader.text}</script>
`,
    body: `<body>
<main class="speaker"><h1>${speaker}</h1><noscript><p>${noScript}</p></noscript></main>
</body>`,
  })
}
