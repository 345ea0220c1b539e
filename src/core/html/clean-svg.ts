import { defaultTreeAdapter, parseFragment, serialize } from 'parse5'
import type { Element, PictureSize, Tree } from '../model.ts'
import { cleanDeclarations, cleanStyleSheet } from './clean-css.ts'
import { attributeOf, elementsBelow, isElement, isText } from './tree.ts'

// What drawings are made of. Nothing that runs, loads, links or holds another document.
const ELEMENTS = new Set(
  (
    'svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath image switch style ' +
    'linearGradient radialGradient stop clipPath mask pattern marker filter feBlend feColorMatrix feComponentTransfer feComposite ' +
    'feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR ' +
    'feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence'
  ).split(' '),
)
const INLINE_PICTURE = /^data:image\/(png|jpeg|gif|webp);base64,[a-z0-9+/=\s]+$/i

/**
 * A drawing with nothing in it that could run or load when it is opened on its own; `undefined` where it is none.
 * `svg` is the text of the file, and so is the result.
 */
export function cleanSvg(svg: string): string | undefined {
  const start = svg.search(/<svg[\s>]/)
  if (start === -1) return undefined
  const tree: Tree = parseFragment(svg.slice(start))
  const root = tree.childNodes.find((node) => isElement(node) && node.tagName === 'svg')
  if (!isElement(root)) return undefined
  for (const element of elementsBelow(root)) {
    if (!ELEMENTS.has(element.tagName)) defaultTreeAdapter.detachNode(element)
    else cleanElement(element)
  }
  cleanElement(root)
  const namespaces = ['xmlns="http://www.w3.org/2000/svg"', 'xmlns:xlink="http://www.w3.org/1999/xlink"']
  root.attrs = root.attrs.filter(({ name, prefix }) => name !== 'xmlns' && prefix !== 'xmlns')
  const holder = defaultTreeAdapter.createDocumentFragment()
  defaultTreeAdapter.detachNode(root)
  defaultTreeAdapter.appendChild(holder, root)
  return serialize(holder)
    .replaceAll('&nbsp;', '&#160;')
    .replace('<svg', `<svg ${namespaces.join(' ')}`)
}

/** The size of a drawing in pixels, from its attributes; `undefined` where they say none. */
export function svgSize(svg: string): PictureSize | undefined {
  const start = svg.search(/<svg[\s>]/)
  if (start === -1) return undefined
  const [root] = parseFragment(svg.slice(start, svg.indexOf('>', start) + 1)).childNodes
  if (!isElement(root)) return undefined
  const [, , boxWidth, boxHeight] = (attributeOf(root, 'viewBox') ?? '').split(/[\s,]+/).map(Number)
  const length = (name: string) => {
    const value = attributeOf(root, name) ?? ''
    return /^[\d.]+(px)?$/.test(value) ? Number.parseFloat(value) : undefined
  }
  const width = length('width') ?? boxWidth
  const height = length('height') ?? boxHeight
  return width !== undefined && height !== undefined && width > 0 && height > 0 ? { width, height } : undefined
}

function cleanElement(element: Element): void {
  element.childNodes = element.childNodes.filter((node) => isElement(node) || isText(node))
  if (element.tagName === 'style') {
    const css = element.childNodes.map((node) => (isText(node) ? node.value : '')).join('')
    element.childNodes = []
    defaultTreeAdapter.insertText(
      element,
      cleanStyleSheet(css, () => undefined, false),
    )
  }
  element.attrs = element.attrs.flatMap((attribute) => {
    const { name, value } = attribute
    if (!/^[a-z][\w.-]*$/i.test(name) || /^on/i.test(name) || name === 'xmlns') return []
    if (name === 'style') return [{ ...attribute, value: cleanDeclarations(value, () => undefined) }]
    if (name === 'href') return value.startsWith('#') || (element.tagName === 'image' && INLINE_PICTURE.test(value)) ? [attribute] : []
    if (/src|script|javascript:/i.test(name + value)) return []
    // Paint servers, clips and markers may name only what stands in the drawing.
    return /url\s*\(/i.test(value) && !/^[^(]*url\(\s*["']?#[^()]*\)[^(]*$/i.test(value) ? [] : [attribute]
  })
}
