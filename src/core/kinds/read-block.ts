import type { Element, Node } from '../model.ts'
import { DIAGRAM_CLASS } from '../markdown/extensions/diagram.ts'
import { attributeOf, hasClass, isElement, isInline, isText, rawTextOf, textOf } from '../tree.ts'
import { bareScheme } from './bare-scheme.ts'
import { collectLines } from './collect-lines.ts'
import { readPeople } from './read-people.ts'
import { isIcon, isMissing, ownLine, readPicture } from './read-picture.ts'
import type { BareAddress, Block, BlockKind, Picture } from './slide-shape.ts'

/** A block, and what else was seen on the way. */
export interface ReadBlock {
  readonly block: Block
  readonly addresses: readonly BareAddress[]
}

const NOT_SHOWN = new Set(['style', 'script', 'template', 'annotation'])
const MEDIA = new Set(['svg', 'video', 'audio', 'iframe', 'math', 'img'])
// What an icon takes in a line, in characters, and the card in place of a missing picture.
const ICON_WIDTH = 3
const CARD = 60
// A bare address is shown without its scheme and in smaller letters.
const BARE_SIZE = 0.86
// A longer paragraph is never compared.
const LONGEST_NAME = 120

/** Reads what stands between two block elements: one of these, or a run of loose text and inline elements. */
export function readBlock(nodes: readonly Node[]): ReadBlock {
  const [first] = nodes
  const element = nodes.length === 1 && first && isElement(first) ? first : undefined
  const text = collectLines()
  const pictures: Element[] = []
  const addresses: BareAddress[] = []
  let codeLines = 0
  let hasTable = false
  let hasMedia = false
  // `level` is that of the list around the node, from 0; -1 outside lists.
  const readAll = (nodesIn: readonly Node[], level: number) => {
    for (const node of nodesIn) read(node, level)
  }
  const readList = (list: Element, level: number) => {
    const items = list.childNodes.filter((node) => isElement(node) && node.tagName === 'li')
    for (const [index, item] of items.entries()) {
      text.begin(index === 0 ? 'first' : 'item', level)
      read(item, level)
    }
    text.begin(level === 0 ? 'text' : 'break', Math.max(0, level - 1))
  }
  const readElement = (node: Element, level: number): void => {
    const { tagName } = node
    if (tagName === 'ul' || tagName === 'ol') return readList(node, level + 1)
    if (tagName === 'br') return text.end('break')
    if (tagName === 'pre' && !isDiagram(node)) return void (codeLines += linesOfCode(node))
    if (tagName === 'img' && isIcon(node)) text.add(ICON_WIDTH)
    else if (tagName === 'img' && isMissing(node)) text.add(CARD)
    else if (tagName === 'img') return void pictures.push(node)
    hasTable ||= tagName === 'table'
    const isCard = isDiagram(node) || (tagName === 'a' && hasClass(node, 'embed'))
    hasMedia ||= MEDIA.has(tagName) || isCard
    // What a formula says is text, too.
    if (isCard || (MEDIA.has(tagName) && tagName !== 'math')) return
    const scheme = tagName === 'a' ? bareScheme(node) : 0
    if (scheme > 0) {
      addresses.push({ link: node, scheme })
      return text.add(Math.round((textOf(node).length - scheme) * BARE_SIZE))
    }
    if (isInline(node)) return readAll(node.childNodes, level)
    const around = level < 0 ? 'text' : 'break'
    text.end(around)
    readAll(node.childNodes, level)
    text.end(around)
  }
  const read = (node: Node, level: number): void => {
    if (isText(node)) {
      const characters = foldedLength(node.value, !text.isOpen())
      if (characters > 0) text.add(characters)
    } else if (isElement(node) && !NOT_SHOWN.has(node.tagName) && !isHidden(node)) readElement(node, level)
  }
  readAll(nodes, -1)
  const lines = text.lines()
  const characters = lines.reduce((sum, line) => sum + line.characters, 0)
  const kind = kindOf(element, { hasTable, hasCode: codeLines > 0, isPicture: characters === 0 && pictures.length > 0 })
  const isName = kind === 'heading' || (kind === 'text' && characters <= LONGEST_NAME && pictures.length === 0)
  const name = isName && element ? textOf(element) : ''
  const isOnly = pictures.length === 1
  return {
    block: {
      kind,
      ...(element ? { element } : {}),
      level: kind === 'heading' ? Number(element?.tagName.charAt(1)) : 0,
      text: name,
      characters,
      lines,
      pictures: pictures.map((picture) => placed(picture, { element, characters, isOnly })),
      hasMedia,
      codeLines,
      ...(kind === 'text' ? { people: readPeople(name) } : {}),
    },
    addresses,
  }
}

function placed(
  picture: Element,
  { element, characters, isOnly }: { readonly element: Element | undefined; readonly characters: number; readonly isOnly: boolean },
): Picture {
  const read = readPicture(picture)
  const isInText = characters > 0
  if (!isOnly || element?.tagName.startsWith('h')) return { ...read, isInText }
  if (!isInText) return { ...read, holder: element ?? picture, isInText }
  // What is to be shown as a step, or in a way of its own, stays one.
  const line = element?.tagName === 'p' && element.attrs.length === 0 ? ownLine(picture, element) : undefined
  return { ...read, ...(line ? { holder: line, paragraph: element } : {}), isInText }
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

function isDiagram(element: Element): boolean {
  return element.tagName === 'pre' && hasClass(element, DIAGRAM_CLASS)
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
