import type { StateCore, Token } from 'markdown-it'
import { boxOf, nameBox } from '../boxes.ts'
import type { Extension, PassageEnv } from '../extension.ts'

// Obsidian also writes a title, and `-` or `+` for one that folds.
const FIRST_LINE = /^\[!([a-z][\w-]*)\][+-]?[ \t]*([^\n]*)(?:\n|$)/i

/** `> [!NOTE]`, as in GitHub, HackMD and HedgeDoc 2: a quote that is a box. */
export const callout: Extension = (md) => {
  md.core.ruler.after('block', 'callout', (state) => {
    // `renderMarkdown` renders every passage with this environment.
    const { lang } = state.env as PassageEnv
    const closings: (Token | undefined)[] = []
    const tokens: Token[] = []
    const left = new Set<number>()
    for (const [index, token] of state.tokens.entries()) {
      if (left.has(index)) continue
      tokens.push(token)
      if (token.type === 'blockquote_close') {
        if (closings.pop()) token.tag = 'div'
        continue
      }
      if (token.type !== 'blockquote_open') continue
      const inline = state.tokens[index + 1]?.type === 'paragraph_open' ? state.tokens[index + 2] : undefined
      const [whole = '', kind = '', title = ''] = (inline && FIRST_LINE.exec(inline.content)) ?? []
      const box = kind === '' ? undefined : boxOf(kind, title.trim(), lang)
      closings.push(box && token)
      if (!box || !inline?.map) continue
      token.tag = 'div'
      token.attrSet('class', box.classes)
      nameBox(token, box.title)
      const [first, end] = inline.map
      tokens.push(...titleTokens(state, box.title, [token.level + 1, first]))
      inline.content = inline.content.slice(whole.length)
      inline.map = [first + 1, end]
      const paragraph = state.tokens[index + 1]
      if (paragraph) paragraph.map = [first + 1, end]
      if (inline.content === '') for (const at of [1, 2, 3]) left.add(index + at)
    }
    state.tokens = tokens
  })
}

function titleTokens({ Token: Made }: StateCore, title: string, [level, line]: readonly [number, number]): Token[] {
  const made = (type: string, tag: string, nesting: Token['nesting']) => Object.assign(new Made(type, tag, nesting), { level })
  const inline = Object.assign(made('inline', '', 0), { content: title, children: [], map: [line, line + 1] })
  const open = Object.assign(made('paragraph_open', 'p', 1), { map: [line, line + 1] })
  const close = Object.assign(made('paragraph_close', 'p', -1), { block: true })
  return [open, made('strong_open', 'strong', 1), inline, made('strong_close', 'strong', -1), close]
}
