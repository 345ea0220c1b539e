import type { Element, Node, Tree } from '../model.ts'
import { classesOf, hasClass, isElement, isInline, isText } from '../tree.ts'
import { readBlock, type ReadBlock } from './read-block.ts'
import type { Block, SlideShape } from './slide-shape.ts'

/** Reads what a slide shows. */
export function readShape(tree: Tree): SlideShape {
  const read = runsOf(tree)
    .map(readBlock)
    .filter(({ block }) => isShown(block))
  const blocks = read.map(({ block }) => block)
  const head = headOf(blocks)
  const headings = blocks.filter((block) => block === head || (block.level > 0 && block.level <= 3))
  return {
    blocks,
    head,
    headings,
    rest: blocks.filter((block) => !headings.includes(block)),
    pictures: blocks.flatMap(({ pictures }) => pictures),
    addresses: read.flatMap(({ addresses }: ReadBlock) => addresses),
  }
}

function isShown({ characters, pictures, codeLines, hasMedia, kind }: Block): boolean {
  return characters > 0 || hasMedia || pictures.length > 0 || codeLines > 0 || kind === 'table'
}

// A heading of a low level is that of the slide only where nothing stands before it.
function headOf(blocks: readonly Block[]): Block | undefined {
  const high = blocks.find(({ level }) => level > 0 && level <= 3)
  const first = blocks.find(({ characters }) => characters > 0)
  return first && first.level > 3 ? first : high
}

const SKIPPED = new Set(['style', 'script', 'template', 'br', 'hr'])

/** The blocks of a slide, each as its nodes: an element, or loose text with the inline elements around it. */
function runsOf(tree: Tree): (readonly Node[])[] {
  const runs: Node[][] = []
  let loose: Node[] | undefined
  const visit = (nodes: readonly Node[]) => {
    for (const node of nodes) {
      if (isText(node) && node.value.trim() === '') continue
      if (isText(node) || (isElement(node) && isInline(node))) {
        if (loose) loose.push(node)
        else runs.push((loose = [node]))
        continue
      }
      loose = undefined
      if (!isElement(node) || SKIPPED.has(node.tagName) || isFurniture(node)) continue
      if (isWrapper(node)) visit(node.childNodes)
      else runs.push([node])
    }
  }
  visit(tree.childNodes)
  return runs
}

// A passage of the deck, which stands directly in the slide.
function isWrapper(element: Element): boolean {
  return element.tagName === 'div' && element.attrs.length === 0
}

// Header, footer and number of other tools, and notes.
function isFurniture(element: Element): boolean {
  return classesOf(element).some((name) => name.startsWith('hedgerow-')) || (element.tagName === 'aside' && hasClass(element, 'notes'))
}
