import { generate, ident } from 'css-tree/dist/csstree.esm'
import { parseCss } from '../../clean/parse-css.ts'

// Properties that are kept. Font sizes, positions and heights are meant for slides.
const KEPT =
  /^(text-align|text-decoration(-line|-style|-color)?|font-(weight|style|variant)|vertical-align|list-style(-type)?|grid-template-columns|width|border(-.+)?|--width|--ratio)$/
const COLOUR = /^(#[0-9a-f]{3,8}|[a-z]{3,30}|(rgb|hsl|hwb|lab|lch|oklab|oklch)a?\([\w\s.,%/+-]{1,80}\))$/i
const OPAQUE =
  /^(#[0-9a-f]{3}|#[0-9a-f]{6}|rgb\(\s*\d+\s*[, ]\s*\d+\s*[, ]\s*\d+\s*\)|(?!(?:transparent|none|inherit|initial|unset|revert|currentcolor)$)[a-z]{3,30})$/i

/**
 * The declarations of a cleaned `style` attribute that suit a document. Colours become `--ink` and `--background`, from which the style
 * sheet derives colours with enough contrast in light and dark mode.
 */
export function documentStyle(style: string): string {
  const list = parseCss(style, { context: 'declarationList' })
  if (list.type !== 'DeclarationList') return ''
  const kept: string[] = []
  list.children.forEach((node) => {
    if (node.type !== 'Declaration') return
    const property = ident.decode(node.property).toLowerCase()
    const value = generate(node.value).trim()
    if (property === 'color') kept.push(...inkOf(value))
    else if (/^background(-color)?$/.test(property) && OPAQUE.test(value)) kept.push(`--background:${value}`)
    else if (KEPT.test(property)) kept.push(`${property}:${value}`)
  })
  return kept.join(';')
}

/** The declaration for a text colour; none if the value is not a colour. */
export function inkOf(colour: string): readonly string[] {
  return COLOUR.test(colour.trim()) ? [`--ink:${colour.trim()}`] : []
}
