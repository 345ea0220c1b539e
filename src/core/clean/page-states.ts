import { generate, ident, parse, walk } from 'css-tree/dist/csstree.esm'
import type { CssNode, Selector } from 'css-tree'
import type { RenderedSlide } from '../model.ts'
import { parseCss, writeSheet } from './parse-css.ts'

const ATTRIBUTE = 'data-state'
// No class or event of Hedgerow, reveal.js or a browser begins with it.
const PREFIX = 'deck-state-'

const own = (state: string) => (state.startsWith(PREFIX) ? state : `${PREFIX}${state}`)
const wordsOf = (states: string) => states.split(/\s+/).filter((state) => state !== '')

/**
 * The attributes of a slide with names of its own for its states: reveal.js makes each a class of the page, and an event,
 * while the slide is shown.
 */
export function renameStates(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const states = attributes[ATTRIBUTE]
  return states === undefined ? attributes : { ...attributes, [ATTRIBUTE]: wordsOf(states).map(own).join(' ') }
}

/** The style sheet of a deck whose slides have such states: where its author writes of one, its new name counts as well. */
export function followStates(css: string, slides: readonly RenderedSlide[]): string {
  const states = new Set(slides.flatMap(({ attributes }) => wordsOf(attributes[ATTRIBUTE] ?? '')))
  if (css === '' || states.size === 0) return css
  const sheet = parseCss(css, { context: 'stylesheet' })
  // From the inside out: what is put in is not looked at again.
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
  // Others ask for a part or the end of the value, which is as it was.
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
