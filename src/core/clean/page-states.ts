import { generate, ident, parse, walk } from 'css-tree/dist/csstree.esm'
import type { CssNode, Selector } from 'css-tree'
import type { RenderedSlide } from '../model.ts'
import { parseCss, writeSheet } from './parse-css.ts'

const ATTRIBUTE = 'data-state'
// No class or event of Hedgerow, reveal.js or a browser has this prefix.
const PREFIX = 'deck-state-'

const own = (state: string) => (state.startsWith(PREFIX) ? state : `${PREFIX}${state}`)
const wordsOf = (states: string) => states.split(/\s+/).filter((state) => state !== '')

/**
 * Adds a prefix to the states of a slide: while it is shown, reveal.js uses each as a class of the page and as an event name.
 */
export function renameStates(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const states = attributes[ATTRIBUTE]
  return states === undefined ? attributes : { ...attributes, [ATTRIBUTE]: wordsOf(states).map(own).join(' ') }
}

/** Makes the selectors of a deck's style sheet also match the states with the prefix. */
export function followStates(css: string, slides: readonly RenderedSlide[]): string {
  const states = new Set(slides.flatMap(({ attributes }) => wordsOf(attributes[ATTRIBUTE] ?? '')))
  if (css === '' || states.size === 0) return css
  const sheet = parseCss(css, { context: 'stylesheet' })
  // On leaving, so that replacements are not visited.
  walk(sheet, {
    leave(node: CssNode) {
      if (node.type !== 'Selector') return
      node.children.forEach((part, item) => {
        const other = otherName(part, states)
        if (other !== undefined) node.children.replace(item, selectorOf(`:is(${generate(part)},${other})`).children)
      })
    },
  })
  return writeSheet(sheet)
}

function otherName(part: CssNode, states: ReadonlySet<string>): string | undefined {
  if (part.type === 'ClassSelector') {
    const name = ident.decode(part.name)
    return name !== own(name) && states.has(own(name)) ? `.${ident.encode(own(name))}` : undefined
  }
  if (part.type !== 'AttributeSelector' || ident.decode(part.name.name).toLowerCase() !== ATTRIBUTE) return undefined
  // Other operators match a part or the end of the value, which did not change.
  if (!part.value || !/^[~^|]?=$/.test(part.matcher ?? '')) return undefined
  const value = part.value.type === 'String' ? part.value.value : ident.decode(part.value.name)
  return `[${ATTRIBUTE}${part.matcher}"${wordsOf(value)
    .map(own)
    .join(' ')
    .replace(/[^\w -]/g, '')}"]`
}

function selectorOf(text: string): Selector {
  return parse(text, { context: 'selector' }) as Selector
}
