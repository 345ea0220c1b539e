import { createSanitizer } from '../clean/sanitize.ts'
import { openDocument } from '../deck/open-document.ts'
import { parseDeck } from '../deck/parse-deck.ts'
import { createRenderer } from '../markdown/render-markdown.ts'
import type { Urls } from '../model.ts'
import { renderDeck } from '../render-deck.ts'
import { addressInMarkdown } from '../resolve/find-file.ts'
import type { WrittenAddress } from '../shared/written-address.ts'

// Nothing of the rendered deck is kept but its addresses.
const nowhere: Urls = {
  page: () => '',
  reading: () => '',
  source: () => '',
  asset: () => '',
  client: () => '',
  index: () => '',
}

/** Reads the addresses of a deck. */
export type ReadAddresses = (text: string) => readonly WrittenAddress[]

/** Reads the addresses of decks as a build does: those of slides, notes and front matter, and none in code. */
export function addressReader(path: string): ReadAddresses {
  const [render, sanitize] = [createRenderer(() => undefined), createSanitizer()]
  const ignore = () => undefined
  return (text) => {
    const source = { path, text: text.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd') }
    const document = openDocument(source, ignore)
    const { addresses } = renderDeck(parseDeck(document, '', ignore), {
      render,
      sanitize,
      report: ignore,
      // A slide that is hidden today is shown tomorrow.
      options: { lang: 'en', showHiddenSlides: true },
      files: new Set(),
      documents: [],
      idOf: ignore,
      isDraft: () => false,
      urls: nowhere,
      frameHosts: [],
      sizeOf: ignore,
      isTrusted: false,
    })
    const { data, locations } = document.frontMatter
    const card = data.get('opengraph')
    const ofDeck = [
      ['slideOptions.parallaxBackgroundImage', document.options.reveal.parallaxBackgroundImage],
      ['opengraph', card instanceof Map ? (card as ReadonlyMap<unknown, unknown>).get('image') : undefined],
      ['image', data.get('image')],
    ] as const
    const inFrontMatter = ofDeck.flatMap(([name, address]) =>
      typeof address === 'string' ? [{ address, use: 'shown' as const, line: locations.get(name)?.line ?? 1 }] : [],
    )
    // `fix` writes the address instead.
    return [...inFrontMatter, ...addresses].map((written) => ({
      ...written,
      address: addressInMarkdown(written.address) ?? written.address,
    }))
  }
}
