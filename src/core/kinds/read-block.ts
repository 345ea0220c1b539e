import type { Element, Node } from '../model.ts'
import { DIAGRAM_CLASS } from '../markdown/extensions/diagram.ts'
import { attributeOf, isElement, isInline, isText, rawTextOf, textOf } from '../tree.ts'
import { bareScheme } from './bare-scheme.ts'
import { readPeople } from './read-people.ts'
import { isIcon, ownLine, readPicture } from './read-picture.ts'
import type { BareAddress, Block, BlockKind, Line, Picture } from './slide-shape.ts'

/** A block, and what else was seen on the way. */
export interface ReadBlock {
  readonly block: Block
  readonly addresses: readonly BareAddress[]
  /** It shows something that is neither text nor a picture. */
  readonly hasMedia: boolean
}

type OpenLine = { -readonly [Key in keyof Line]: Line[Key] }

const NOT_SHOWN = new Set(['style', 'script', 'template', 'annotation'])
const MEDIA = new Set(['svg', 'video', 'audio', 'iframe'])
// What an icon takes in a line, in characters.
const ICON_WIDTH = 3
// A bare address is shown without its scheme and in smaller letters.
const BARE_SIZE = 0.86
// A longer paragraph is never compared.
const LONGEST_NAME = 120

/** Reads what stands between two block elements: one of these, or a run of loose text and inline elements. */
export function readBlock(nodes: readonly Node[]): ReadBlock {
  const [first] = nodes
  const element = nodes.length === 1 && first && isElement(first) ? first : undefined
  const lines: OpenLine[] = []
  const pictures: Element[] = []
  const addresses: BareAddress[] = []
  let next: Line['start'] = 'text'
  let depth = 0
  let codeLines = 0
  let tables = 0
  let hasMedia = false
  // The line that text is added to; it is opened by its first character.
  let line: OpenLine | undefined
  const open = (): OpenLine => {
    if (!line) lines.push((line = { characters: 0, depth, start: next }))
    next = 'text'
    return line
  }
  const end = (start: Line['start']) => {
    line = undefined
    next = start
  }
  const readList = (list: Element, level: number) => {
    let start: Line['start'] = 'first'
    for (const item of list.childNodes) {
      if (!isElement(item) || item.tagName !== 'li') continue
      depth = level
      end(start)
      readInside(item, level)
      start = 'item'
    }
    depth = Math.max(0, level - 1)
    end('break')
  }
  const readInside = (parent: Element, level: number) => {
    let isFirst = true
    for (const node of parent.childNodes) {
      if (isElement(node) && !isInline(node) && node.tagName !== 'img' && !isFirst && level >= 0 && next === 'text') end('break')
      if (!isText(node) || node.value.trim() !== '') isFirst = false
      read(node, level)
    }
  }
  const read = (node: Node, level: number): void => {
    if (isText(node)) {
      const characters = foldedLength(node.value, line === undefined)
      if (characters > 0) open().characters += characters
      return
    }
    if (!isElement(node) || NOT_SHOWN.has(node.tagName) || isHidden(node)) return
    const { tagName } = node
    if (tagName === 'br') return end(line || next === 'break' ? 'break' : next)
    if (tagName === 'img') {
      if (isIcon(node)) open().characters += ICON_WIDTH
      else pictures.push(node)
      return
    }
    if (MEDIA.has(tagName)) return void (hasMedia = true)
    if (tagName === 'pre') {
      if (isDiagram(node)) hasMedia = true
      else codeLines += linesOfCode(node)
      return
    }
    if (tagName === 'table') tables += 1
    if (tagName === 'ul' || tagName === 'ol') return readList(node, level + 1)
    if (tagName === 'a') {
      const scheme = bareScheme(node)
      if (scheme > 0) {
        addresses.push({ link: node, scheme })
        open().characters += Math.round((textOf(node).length - scheme) * BARE_SIZE)
        return
      }
    }
    if (isInline(node)) for (const child of node.childNodes) read(child, level)
    else {
      if (level < 0 && line) end('text')
      readInside(node, level)
      if (level < 0) end('text')
      else line = undefined
    }
  }
  for (const node of nodes) read(node, -1)
  const characters = lines.reduce((sum, each) => sum + each.characters, 0)
  const kind = kindOf(element, { hasTable: tables > 0, hasCode: codeLines > 0, isPicture: characters === 0 && pictures.length > 0 })
  const isName = kind === 'heading' || (element?.tagName === 'p' && characters <= LONGEST_NAME && pictures.length === 0)
  const text = isName && element ? textOf(element) : ''
  return {
    block: {
      kind,
      ...(element ? { element } : {}),
      level: kind === 'heading' ? Number(element?.tagName.charAt(1)) : 0,
      text,
      characters,
      lines,
      pictures: pictures.map((picture) => placed(picture, { element, characters, isOnly: pictures.length === 1 })),
      codeLines,
      ...(kind === 'text' ? { people: readPeople(text) } : {}),
    },
    addresses,
    hasMedia,
  }
}

function placed(
  picture: Element,
  { element, characters, isOnly }: { readonly element: Element | undefined; readonly characters: number; readonly isOnly: boolean },
): Picture {
  const isAlone = characters === 0 && isOnly
  const line = element?.tagName === 'p' && !isAlone ? ownLine(picture, element) : undefined
  return { ...readPicture(picture), holder: isAlone ? (element ?? picture) : line, isInText: characters > 0 }
}

interface Contents {
  readonly hasTable: boolean
  readonly hasCode: boolean
  readonly isPicture: boolean
}

const LISTS = new Set(['ul', 'ol'])

function kindOf(element: Element | undefined, { hasTable, hasCode, isPicture }: Contents): BlockKind {
  const name = element?.tagName ?? ''
  if (/^h[1-6]$/.test(name)) return 'heading'
  if (element && hasClass(element, 'columns')) return 'columns'
  if (hasCode) return 'code'
  if (hasTable) return 'table'
  if (isPicture) return 'picture'
  if (LISTS.has(name)) return 'list'
  if (name === 'blockquote') return 'quote'
  return name === 'p' || element === undefined || isInline(element) ? 'text' : 'other'
}

function hasClass(element: Element, name: string): boolean {
  return (attributeOf(element, 'class') ?? '').split(' ').includes(name)
}

function isDiagram(element: Element): boolean {
  return hasClass(element, DIAGRAM_CLASS)
}

// Formulas are there twice, once for programs; notes are not on the slide.
function isHidden(element: Element): boolean {
  return attributeOf(element, 'aria-hidden') === 'true' || (element.tagName === 'aside' && hasClass(element, 'notes'))
}

function linesOfCode(element: Element): number {
  const text = rawTextOf(element)
  let lines = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < text.length - 1; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

// Without building the text: runs of white space count once, and not at the start of a line.
function foldedLength(text: string, isStart: boolean): number {
  let length = 0
  let isSpace = isStart
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const space = code === 32 || (code >= 9 && code <= 13)
    if (!space || !isSpace) length += 1
    isSpace = space
  }
  return isStart && length === 1 && isSpace ? 0 : length
}
