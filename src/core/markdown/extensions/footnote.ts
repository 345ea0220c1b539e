import plugin from 'markdown-it-footnote'
import type { Extension } from '../extension.ts'
import type { StateCore, Token } from 'markdown-it'

/** `text[^1]` and `[^1]: note`: the notes are at the end of their slide, numbered from 1. */
export const footnote: Extension = (md) => {
  md.use(plugin)
  md.core.ruler.at('footnote_tail', footnoteTail)
  // reveal.js would treat the plugin's <section> as a slide.
  md.renderer.rules['footnote_block_open'] = () => '<hr class="footnotes-sep">\n<div class="footnotes">\n<ol class="footnotes-list">\n'
  md.renderer.rules['footnote_block_close'] = () => '</ol>\n</div>\n'
}

/** A note of markdown-it-footnote: its text if it is inline, else the label of its definition. */
interface Note {
  readonly label?: string
  readonly content?: string
  readonly tokens?: Token[]
  readonly count?: number
}

/**
 * Moves the notes of a passage to its end, as markdown-it-footnote does. Its own rule copies all tokens for each note, which is
 * quadratic.
 */
export function footnoteTail(state: StateCore): void {
  // Set by the other rules of the plugin.
  const { footnotes } = state.env as { footnotes?: { list?: readonly Note[] } }
  if (!footnotes) return
  const { kept, defined } = takeDefinitions(state.tokens)
  state.tokens = kept
  if (!footnotes.list) return
  const token = (type: string, tag: string, nesting: -1 | 0 | 1) => new state.Token(type, tag, nesting)
  const add = (...made: Token[]) => state.tokens.push(...made)
  add(token('footnote_block_open', '', 1))
  for (const [id, note] of footnotes.list.entries()) {
    const open = token('footnote_open', '', 1)
    open.meta = { id, label: note.label }
    add(open)
    for (const made of contentOf(note, defined, token)) add(made)
    const closing = state.tokens.at(-1)?.type === 'paragraph_close' ? state.tokens.pop() : undefined
    const count = note.count ?? 0
    for (let subId = 0; subId < (count > 0 ? count : 1); subId += 1) {
      const anchor = token('footnote_anchor', '', 0)
      anchor.meta = { id, subId, label: note.label }
      add(anchor)
    }
    if (closing) add(closing)
    add(token('footnote_close', '', -1))
  }
  add(token('footnote_block_close', '', -1))
}

function takeDefinitions(tokens: readonly Token[]): { kept: Token[]; defined: ReadonlyMap<string, readonly Token[]> } {
  const kept: Token[] = []
  const defined = new Map<string, readonly Token[]>()
  let current: Token[] | undefined
  let label = ''
  for (const token of tokens) {
    if (token.type === 'footnote_reference_open') {
      current = []
      label = (token.meta as { label: string }).label
    } else if (token.type === 'footnote_reference_close') {
      // A definition inside another one has replaced it.
      if (current) defined.set(label, current)
      current = undefined
    } else (current ?? kept).push(token)
  }
  return { kept, defined }
}

function contentOf(
  { label, content, tokens }: Note,
  defined: ReadonlyMap<string, readonly Token[]>,
  token: (type: string, tag: string, nesting: -1 | 0 | 1) => Token,
): readonly Token[] {
  if (!tokens) return defined.get(label ?? '') ?? []
  const inline = token('inline', '', 0)
  inline.children = tokens
  inline.content = content ?? ''
  const [open, close] = [token('paragraph_open', 'p', 1), token('paragraph_close', 'p', -1)]
  open.block = true
  close.block = true
  return [open, inline, close]
}
