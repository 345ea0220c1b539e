import { generate, ident, walk } from 'css-tree/dist/csstree.esm'
import type { Rule } from 'css-tree'
import { isWholeDeck } from '../../clean/deck-background.ts'
import { parseCss } from '../../clean/parse-css.ts'
import { contrastOf, readColour } from './read-colour.ts'

/** Text that a rule of a style sheet makes hard to read. */
export interface PaleRule {
  readonly colour: string
  readonly background: string
  readonly contrast: number
  /** Lines of the style sheet before it. */
  readonly linesBefore: number
  /** The colour of the text is the theme's, which other rules may change. */
  readonly isTheme: boolean
}

// What makes the look of a rule uncertain.
const UNTELLABLE =
  /^(text-shadow|opacity|filter|mix-blend-mode|background-image|background-clip|-webkit-text-stroke|-webkit-text-fill-color)$/

/**
 * The rules that set a background with too little contrast to the text: to that of the same rule, or in a rule about the whole deck to
 * `text`, the colour of the theme's text. `text` is `undefined` where another rule may set that.
 */
export function paleRules(css: string, text: string | undefined): readonly PaleRule[] {
  if (!/background/i.test(css)) return []
  const sheet = parseCss(css, { context: 'stylesheet', positions: true })
  const found: PaleRule[] = []
  let setsText = false
  walk(sheet, {
    visit: 'Rule',
    enter(rule) {
      // What a condition asks for may be on paper alone.
      if (this.atrule !== null) return
      const { declared, isCertain } = read(rule)
      const isWhole = rule.prelude.type === 'SelectorList' && rule.prelude.children.some(isWholeDeck)
      setsText ||= declared.has('color') && !isWhole
      const background = declared.get('background-color') ?? declared.get('background')
      const colour = declared.get('color') ?? (isWhole ? text : undefined)
      if (!isCertain || background === undefined || colour === undefined) return
      const [front, behind] = [readColour(colour), readColour(background)]
      const contrast = front && behind ? contrastOf(front, behind) : LEAST
      if (contrast >= LEAST) return
      const linesBefore = (rule.loc?.start.line ?? 1) - 1
      found.push({ colour, background, contrast, linesBefore, isTheme: !declared.has('color') })
    },
  })
  return setsText ? found.filter(({ isTheme }) => !isTheme) : found
}

/** Text of a slide is large in the sense of WCAG. */
export const LEAST = 3

function read({ block }: Rule): { readonly declared: ReadonlyMap<string, string>; readonly isCertain: boolean } {
  const declared = new Map<string, string>()
  for (const node of block.children.toArray())
    if (node.type === 'Declaration') declared.set(ident.decode(node.property).toLowerCase(), generate(node.value).trim())
  return { declared, isCertain: ![...declared.keys()].some((name) => UNTELLABLE.test(name)) }
}
