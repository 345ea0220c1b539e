import { defaultTreeAdapter, html, parseFragment, serialize } from 'parse5'
import type { Element, PictureSize, Tree } from '../model.ts'
import { cleanForeign } from './clean-foreign.ts'
import { cleanDeclarations, cleanStyleSheet, type Scope } from './clean-css.ts'
import { inlinePicture, refusedClasses, svgElements } from './policy.ts'
import { append, attributeOf, elementsBelow, isElement, isText, removeAttribute, renameElement, setAttribute } from '../tree.ts'

/**
 * Cleans the text of an SVG file, so that nothing in it runs or loads when it is opened; `undefined` if it is not an SVG.
 */
export function cleanSvg(svg: string): string | undefined {
  const root = parseSvg(svg)
  if (!root) return undefined
  cleanSvgTree(root, 'document')
  const namespaces = ['xmlns="http://www.w3.org/2000/svg"', 'xmlns:xlink="http://www.w3.org/1999/xlink"']
  const holder = defaultTreeAdapter.createDocumentFragment()
  append(holder, [root])
  return (
    serialize(holder)
      .replaceAll('&nbsp;', '&#160;')
      // HTML would read a second line break in the end tag.
      .replace(/><\/(br|hr|col)>/g, '/>')
      .replace('<svg', `<svg ${namespaces.join(' ')}`)
  )
}

const SVG = html.NS.SVG

/** The tree of the first SVG in a text, not cleaned; `undefined` if there is none. */
export function parseSvg(svg: string): Element | undefined {
  const start = svg.search(/<svg[\s>]/)
  if (start === -1) return undefined
  const tree: Tree = parseFragment(svg.slice(start))
  return tree.childNodes.filter(isElement).find((node) => node.tagName === 'svg')
}

/** Removes what could run, load or link from an SVG, and scopes its style sheets. */
function cleanSvgTree(root: Element, scope: Scope | 'document'): void {
  // Programs put the text of labels into HTML; only a file of its own keeps it, since a page would parse it with its slides.
  const labels = elementsBelow(root).filter(({ tagName, namespaceURI }) => tagName === 'foreignObject' && namespaceURI === SVG)
  const kept = new Set(scope === 'document' ? labels.filter(cleanForeign) : [])
  const inLabels = new Set([...kept].flatMap((label) => elementsBelow(label)))
  for (const element of elementsBelow(root)) {
    if (inLabels.has(element)) continue
    // A link becomes a group. The parser does not correct the case of feDropShadow.
    if (element.tagName === 'a') renameElement(element, 'g')
    if (element.tagName === 'fedropshadow') renameElement(element, 'feDropShadow')
    // Inside <desc> the parser creates HTML elements, whose style or title has another content model.
    if (kept.has(element)) cleanElement(element, scope)
    else if (element.namespaceURI !== SVG || !svgElements.has(element.tagName)) defaultTreeAdapter.detachNode(element)
    else cleanElement(element, scope)
  }
  cleanElement(root, scope)
  root.attrs = root.attrs.filter(({ name, prefix }) => name !== 'xmlns' && prefix !== 'xmlns')
}

/** The size of an SVG in pixels, from its attributes; `undefined` if it has none. */
export function sizeOfSvg(svg: Element): PictureSize | undefined {
  const [, , boxWidth, boxHeight] = (attributeOf(svg, 'viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const length = (name: string) => {
    const value = attributeOf(svg, name) ?? ''
    return /^[\d.]+(px)?$/.test(value) ? Number.parseFloat(value) : undefined
  }
  const width = length('width') ?? boxWidth
  const height = length('height') ?? boxHeight
  return width !== undefined && height !== undefined && width > 0 && height > 0 ? { width, height } : undefined
}

function cleanElement(element: Element, scope: Scope | 'document'): void {
  element.childNodes = element.childNodes.filter((node) => isElement(node) || isText(node))
  if (element.tagName === 'style') {
    const css = element.childNodes.map((node) => (isText(node) ? node.value : '')).join('')
    element.childNodes = []
    defaultTreeAdapter.insertText(
      element,
      cleanStyleSheet(css, () => undefined, scope),
    )
  }
  element.attrs = element.attrs.flatMap((attribute) => {
    const { name, value } = attribute
    if (!/^[a-z][\w.-]*$/i.test(name) || /^on/i.test(name) || name === 'xmlns') return []
    if (attribute.prefix === 'xlink' && name !== 'href') return []
    if (name === 'style') return [{ ...attribute, value: cleanDeclarations(value, () => undefined) }]
    if (name === 'href') return value.startsWith('#') || (element.tagName === 'image' && inlinePicture.test(value)) ? [attribute] : []
    if (/^src|script|^(from|to|by)$/i.test(name) || /^\s*javascript:/i.test(value)) return []
    return loads(name, value) ? [] : [attribute]
  })
}

// Presentation attributes are like declarations, so the same values are refused.
function loads(name: string, value: string): boolean {
  if (!/[(\\]/.test(value) || /^(id|class|aria-.*)$/i.test(name)) return false
  let isLost = false
  const kept = cleanDeclarations(`${name}:${value}`, () => {
    isLost = true
  })
  return isLost || kept === ''
}

/**
 * Prepares an SVG for a page: cleans it, makes its ids unique by `prefix`, scopes its style sheet, and puts its width into `--width`
 * for the style sheet of the page.
 */
export function makeInline(svg: Element, prefix: string): void {
  const rename = (id: string) => `${prefix}${id}`
  const id = rename(attributeOf(svg, 'id') ?? '')
  cleanSvgTree(svg, { whole: `#${id}`, inside: `:where(#${id},#${id} *)`, rename })
  const size = sizeOfSvg(svg)
  if (size && attributeOf(svg, 'viewBox') === undefined) setAttribute(svg, 'viewBox', `0 0 ${size.width} ${size.height}`)
  removeAttribute(svg, /^(id|width|height|style)$/)
  for (const element of [svg, ...elementsBelow(svg)]) {
    // Tooltips.
    if (element.tagName === 'title') defaultTreeAdapter.detachNode(element)
    // Attributes that reveal.js would interpret, and labels that only the tool understands.
    removeAttribute(element, /^(data-|aria-|role$|tabindex$)/)
    for (const attribute of element.attrs) attribute.value = inlineValue(attribute, rename)
  }
  setAttribute(svg, 'id', id)
  if (!size) return
  setAttribute(svg, 'width', String(size.width))
  setAttribute(svg, 'height', String(size.height))
  setAttribute(svg, 'style', `--width:${size.width}`)
}

function inlineValue({ name, value }: Element['attrs'][number], rename: (id: string) => string): string {
  if (name === 'id') return rename(value)
  if (name === 'href') return value.startsWith('#') ? `#${rename(value.slice(1))}` : value
  const renamed = value.replace(/url\(\s*["']?#([^)"'\s]+)["']?\s*\)/g, (_, target: string) => `url(#${rename(target)})`)
  if (name === 'class')
    return value
      .split(/\s+/)
      .filter((word) => !refusedClasses.test(word))
      .join(' ')
  // More than two decimals are invisible, and digits are half of an SVG.
  return name !== 'd' && name !== 'points'
    ? renamed
    : value.replace(/(?<![\d.])\d+\.\d{3,}(?![\w.])/g, (number) => String(Number(Number(number).toFixed(2))))
}
