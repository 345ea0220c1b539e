import createMarkdownIt from 'markdown-it'
import type { ForeignSlide } from '../foreign-blocks.ts'

const ITEM = /^((?:\s*(?:[-+*]|\d{1,9}[.)])\s+)+)(\S.*)$/
const STEP = '<!-- .element: class="fragment" -->'

/** Makes steps of the items of lists with `*` or `1)`, as Marp shows them. */
export function markSteps({ lines }: ForeignSlide): void {
  if (!lines.some((line) => /^\s*(?:[-+]\s+)*(?:\*|\d{1,9}\))\s/.test(line))) return
  const md = createMarkdownIt({ html: true })
  md.core.ruler.enableOnly(['normalize', 'block'])
  const tokens = md.parse(lines.join('\n'), {})
  for (const [index, { type, markup, map }] of tokens.entries()) {
    if (type !== 'list_item_open' || (markup !== '*' && markup !== ')') || !map) continue
    const [, marks = '', text] = ITEM.exec(lines[map[0]] ?? '') ?? []
    // Only what begins with text: a comment in front of an element would be a block of HTML.
    if (text === undefined || /^\[[ xX]\]/.test(text) || tokens[index + 1]?.type !== 'paragraph_open') continue
    const [word] = /^[\p{L}\p{N}][\p{L}\p{N}.,:;?!’'-]*(?=\s|$)/u.exec(text) ?? ['']
    lines[map[0]] = `${marks}${word === '' ? '&#8203;' : word}${STEP}${text.slice(word.length)}`
  }
}
