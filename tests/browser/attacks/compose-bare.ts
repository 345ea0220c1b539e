import { defaultTreeAdapter, parseFragment, serialize } from 'parse5'
import type { Sanitize } from '../../../src/core/clean/sanitize.ts'
import { append, createElement, isElement } from '../../../src/core/tree.ts'
import type { ClientBundle, Element, Tree } from '../../../src/core/model.ts'
import { composeTogether } from './compose-together.ts'

/**
 * The page of several decks as it would be if nothing were cleaned: what the renderer of markdown makes of a slide stands in the page
 * twice, first as a parser wrote it anew and then letter by letter, and comments say what they like of slides and elements.
 */
export function composeBare(texts: readonly string[], client: ClientBundle): string {
  const passages: string[] = []
  // Keeps what an author wrote from all later stages: each has a guard of its own.
  const sanitize: Sanitize = (html) => {
    const tree = defaultTreeAdapter.createDocumentFragment()
    append(tree, [createElement('div', { 'data-passage': String(passages.length) })])
    passages.push(html)
    return { tree, css: '', sheets: [], openTags: [], lines: new Map() }
  }
  const page = composeTogether(texts, { client, sanitize })
  return page.replace(
    /(<section[^>]*)?(>(?:\n?<aside class="notes">)?)<div data-passage="(\d+)"><\/div>/g,
    (_, section = '', between, index) => {
      const html = passages[Number(index)] ?? ''
      return `${section}${section === '' ? '' : slideAttributes(html)}${between}${obeyed(html)}${html}`
    },
  )
}

const SLIDE = /<!--\s*\.slide:([^]*?)-->/g

function slideAttributes(html: string): string {
  return [...html.matchAll(SLIDE)].map(([, attributes = '']) => ` ${attributes}`).join('')
}

// Parsed, written anew, and with what `.element` comments say.
function obeyed(html: string): string {
  const tree: Tree = parseFragment(html)
  const visit = (parent: Tree | Element) => {
    for (const [index, child] of parent.childNodes.entries()) {
      if (isElement(child)) visit(child)
      const said = 'data' in child ? /\.element:([^]*)/.exec(child.data)?.[1] : undefined
      if (said === undefined) continue
      const before = parent.childNodes.slice(0, index).filter(isElement).at(-1)
      const target = before ?? ('tagName' in parent ? parent : undefined)
      const [attributed] = parseFragment(`<b ${said}></b>`).childNodes.filter(isElement)
      if (target && attributed) target.attrs = [...attributed.attrs, ...target.attrs]
    }
  }
  visit(tree)
  return serialize(tree)
}
