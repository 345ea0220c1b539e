import type { StateBlock, Token } from 'markdown-it'
import { boxOf, nameBox } from '../boxes.ts'
import { containerLines, lineOf, parseLines } from '../container-lines.ts'
import type { Extension, PassageEnv } from '../extension.ts'
import { NO_STEPS_CLASS, STEPS_CLASS } from './steps.ts'

const OPEN = /^:{3,}\s*([^\s:].*)$/
// `tip`, `tip Title`, `tip[Title]`, `tip {title="Title"}`, `callout-tip`.
const NAMED = /^(?:callout-)?([a-z][\w-]*)(?![\w-])\s*(.*)$/i
// `{.tip .wide #name title="Title"}`
const ATTRIBUTES = /^\{([^{}]*)\}$/

/** The names of containers that change steps. */
export const STEP_CONTAINERS: readonly string[] = ['incremental', 'nonincremental', NO_STEPS_CLASS, 'fragment']

/** A container of another tool: its attributes, and its title if it is a box. */
interface Container {
  readonly attributes: [string, string][]
  readonly title?: string
}

/**
 * `:::tip Title` to `:::`: the boxes of other tools, in the style of HedgeDoc's boxes and with a title; `::: incremental` and
 * `::: fragment`: steps; `::: {.wide #name style="…"}`: an element with classes, an id and a style, as in Pandoc.
 */
export const box: Extension = (md) => {
  md.block.ruler.before(
    'fence',
    'box',
    (state, startLine, endLine, silent) => {
      if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false
      const written = OPEN.exec(lineOf(state, startLine))?.[1]
      // `renderMarkdown` renders every passage with this environment.
      const container = written === undefined ? undefined : readContainer(withoutColons(written), (state.env as PassageEnv).lang)
      if (!container) return false
      if (silent) return true
      const { end, next } = containerLines(state, [startLine + 1, endLine])
      const open = state.push('box_open', 'div', 1)
      open.block = true
      open.map = [startLine, next]
      open.attrs = container.attributes
      if (container.title !== undefined) {
        nameBox(open, container.title)
        addTitle(state, container.title, startLine)
      }
      open.info = /\bwidth="?(\d{1,3}(?:\.\d{1,3})?)%/.exec(written ?? '')?.[1] ?? ''
      const first = state.tokens.length
      parseLines(state, startLine + 1, end)
      if (hasClass(open, 'columns')) arrange(open, state.tokens.slice(first))
      state.push('box_close', 'div', -1).block = true
      state.line = next
      return true
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  )
}

const hasClass = (token: Token, name: string) =>
  String(token.attrGet('class') ?? '')
    .split(' ')
    .includes(name)

// Pandoc's columns are arranged as those of `:::columns`.
function arrange(columns: Token, inside: readonly Token[]): void {
  const parts = inside.filter(({ type, level }) => type === 'box_open' && level === columns.level + 1)
  if (parts.length < 2 || !parts.every((part) => hasClass(part, 'column'))) return
  columns.attrSet('data-columns', String(parts.length))
  const widths = parts.map(({ info }) => Number(info))
  if (widths.every((width) => width > 0)) columns.attrSet('style', `grid-template-columns:${widths.map((width) => `${width}fr`).join(' ')}`)
}

// Some close the line with colons, too.
function withoutColons(written: string): string {
  const text = written.trimEnd()
  let end = text.length
  while (text[end - 1] === ':') end -= 1
  return text.slice(0, end).trimEnd()
}

function readContainer(written: string, lang: string): Container | undefined {
  const list = ATTRIBUTES.exec(written)?.[1]
  if (list !== undefined) return readAttributes(list, lang)
  const [, name = '', rest = ''] = NAMED.exec(written) ?? []
  if (STEP_CONTAINERS.includes(name) && rest === '') return { attributes: [['class', classOf(name)]] }
  const bracketed = /^\[(.*)\]\s*(?:\{[^{}]*\})?$/.exec(rest)?.[1]
  const title = bracketed ?? (rest.startsWith('{') ? titleIn(rest) : rest)
  const found = boxOf(name, title, lang)
  return found && { attributes: [['class', found.classes]], title: found.title }
}

function readAttributes(list: string, lang: string): Container | undefined {
  const words = list.replace(/"[^"]*"/g, '').split(/\s+/)
  const classes = words.filter((word) => /^\.[\w-]+$/.test(word)).map((word) => word.slice(1))
  const id = words.find((word) => /^#[\w-]+$/.test(word))?.slice(1)
  const style = /(?:^|\s)style="([^"]*)"/.exec(list)?.[1]
  if (classes.length === 0 && id === undefined && style === undefined) return undefined
  const boxes = classes.map((name) => boxOf(name.replace(/^callout-/, ''), titleIn(list), lang))
  const found = boxes.find((known) => known !== undefined)
  const others = classes.filter((_name, index) => boxes[index] === undefined).map(classOf)
  const all = [...(found ? [found.classes] : []), ...others]
  return {
    attributes: [
      ...(all.length > 0 ? [['class', all.join(' ')] as [string, string]] : []),
      ...(id ? [['id', id] as [string, string]] : []),
      ...(style === undefined ? [] : [['style', style] as [string, string]]),
    ],
    title: found?.title,
  }
}

function classOf(name: string): string {
  if (name === 'incremental') return STEPS_CLASS
  return name === 'nonincremental' ? NO_STEPS_CLASS : name
}

function titleIn(attributes: string): string {
  return /\btitle="([^"]*)"/.exec(attributes)?.[1] ?? ''
}

function addTitle(state: StateBlock, title: string, line: number): void {
  // Not as blocks, which are on lines of their own.
  Object.assign(state.push('paragraph_open', 'p', 1), { map: [line, line + 1], block: false })
  state.push('strong_open', 'strong', 1).block = false
  const inline = state.push('inline', '', 0)
  inline.content = title
  inline.map = [line, line + 1]
  inline.children = []
  state.push('strong_close', 'strong', -1).block = false
  state.push('paragraph_close', 'p', -1)
}
