import type { Token } from 'markdown-it'
import { wordsIn } from '../i18n/words-in.ts'
import type { Words } from '../i18n/words.ts'

type Style = 'info' | 'success' | 'warning' | 'danger'

// The kinds of boxes that GitHub, HackMD, Obsidian, VitePress, Docusaurus and Quarto know, by the style of HedgeDoc's box.
const KINDS: Readonly<Record<Style, string>> = {
  info: 'info note important abstract summary tldr todo example question help faq seealso primary secondary',
  success: 'success tip hint check done',
  warning: 'warning attention warn',
  danger: 'danger caution error bug failure fail missing',
}

const STYLES: ReadonlyMap<string, string> = new Map(
  Object.entries(KINDS).flatMap(([style, names]) => names.split(' ').map((name) => [name, style] as const)),
)

/** Names of boxes, without HedgeDoc's. */
export const BOX_NAMES: readonly string[] = [...STYLES.keys()]

/** A box: its classes and its title. */
export interface Box {
  readonly classes: string
  readonly title: string
}

/** Says what a box is besides its colour, without text that HedgeDoc does not show; the style sheet adds an icon. */
export function nameBox(token: Token, name: string): void {
  token.attrSet('role', 'note')
  // Marks of Markdown would be read aloud.
  token.attrSet('aria-label', name.replace(/[*_`]/g, ''))
}

/** The box of a kind, in any case; `undefined` for an unknown one. Without a title of its own it has the name of its kind. */
export function boxOf(kind: string, title: string, lang: string): Box | undefined {
  const name = kind.toLowerCase()
  const style = STYLES.get(name)
  if (style === undefined) return undefined
  const known: Readonly<Record<string, string>> = wordsIn([lang]).words.slides.boxes satisfies Words['slides']['boxes']
  const named = Object.hasOwn(known, name) ? known[name] : undefined
  return { classes: `alert alert-${style}`, title: title || (named ?? name.slice(0, 1).toUpperCase() + name.slice(1)) }
}
