import { escapeHtml } from '../escape-html.ts'
import type { ClientBundle, StyleBundle } from '../model.ts'

// What pages without a brand look like.
const OURS = { tokens: 'hawthorn', font: 'source-sans-pro' }

/** The style of a page that is not a deck: that of its brand, else ours with its fonts alone, since no slide is on it. */
export function pageBrand(client: ClientBundle, brand: StyleBundle | undefined): StyleBundle | undefined {
  if (brand) return brand
  const font = client.fonts[OURS.font]
  return font && { ...font, tokens: client.brands[OURS.tokens]?.tokens ?? '' }
}

/** The custom properties of a brand, as an attribute of the body. */
export function brandTokens(brand: StyleBundle | undefined): string {
  return brand?.tokens ? ` style="${escapeHtml(brand.tokens)}"` : ''
}
