import type { StyleBundle } from '../model.ts'

/** Colours of the pages around decks, for what no style sheet reaches: pictures and tags of the head. */
export interface BrandColours {
  readonly text: string
  readonly quiet: string
  readonly link: string
  readonly accent: string
  readonly background: string
  readonly backgroundDark: string
}

/** The defaults of `src/client/styles/brand.css`. */
const OURS: BrandColours = {
  text: '#2b302a',
  quiet: '#5b6259',
  link: '#9c2440',
  accent: '#5c7f4e',
  background: '#faf8f2',
  backgroundDark: '#171c18',
}

// Not `var(…)` and the like, which have no value outside a style sheet.
const COLOUR = /^(#([\da-f]{3}|[\da-f]{6})|rgb\([\d\s.,%]+\)|hsl\([\d\s.,%a-z]+\)|white|black)$/i

/** The colours of a brand, each ours where it has none. */
export function brandColours(brand: Pick<StyleBundle, 'tokens'> | undefined): BrandColours {
  const declared = new Map((brand?.tokens ?? '').split(';').map((one): [string, string] => [nameOf(one), valueOf(one)]))
  const colour = (token: string, ours: string) => {
    const value = declared.get(`--brand-${token}`) ?? ''
    return COLOUR.test(value) ? value : ours
  }
  return {
    text: colour('text', OURS.text),
    quiet: colour('quiet', OURS.quiet),
    link: colour('link', OURS.link),
    accent: colour('accent', OURS.accent),
    background: colour('background', OURS.background),
    backgroundDark: colour('background-dark', OURS.backgroundDark),
  }
}

/** The ground of the pages around decks in both schemes. */
export function brandGround(brand: Pick<StyleBundle, 'tokens'> | undefined): { readonly light: string; readonly dark: string } {
  const { background, backgroundDark } = brandColours(brand)
  return { light: background, dark: backgroundDark }
}

const nameOf = (declaration: string) => declaration.slice(0, declaration.indexOf(':')).trim()
const valueOf = (declaration: string) => declaration.slice(declaration.indexOf(':') + 1).trim()
