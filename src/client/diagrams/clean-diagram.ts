/** The elements of diagrams: none that runs, loads, links or embeds a document. */
export const SVG_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'svg g defs symbol title desc path rect circle ellipse line polyline polygon text tspan textPath switch style linearGradient ' +
    'radialGradient stop clipPath mask pattern marker filter feBlend feColorMatrix feComponentTransfer feComposite feDropShadow feFlood ' +
    'feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset feTile feTurbulence'
  ).split(' '),
)

/** The SVG in a text, sanitised as the build would; `undefined` if there is none. */
export function cleanDiagram(text: string): SVGSVGElement | undefined {
  // A document made by `DOMParser` loads nothing.
  const svg = new DOMParser().parseFromString(text, 'text/html').querySelector('svg')
  if (!svg) return undefined
  for (const link of svg.querySelectorAll('a')) {
    const group = document.createElementNS(svg.namespaceURI, 'g')
    group.setAttribute('transform', link.getAttribute('transform') ?? '')
    group.append(...link.childNodes)
    link.replaceWith(group)
  }
  for (const element of [svg, ...svg.querySelectorAll('*')]) {
    if (element.namespaceURI !== svg.namespaceURI || !SVG_ELEMENTS.has(element.localName)) element.remove()
    else if (element.localName === 'style') element.textContent = ownRules(element.textContent, svg.id)
    for (const { name, value } of [...element.attributes]) if (!isHarmless(name, value)) element.removeAttribute(name)
  }
  return svg
}

function isHarmless(name: string, value: string): boolean {
  if (/^on|^data-|^src|^(tabindex|contenteditable|autofocus|popover)$/i.test(name)) return false
  return /(^|:)href$/i.test(name) ? value.startsWith('#') : !loadsFile(value)
}

/** The rules of a style sheet that apply only to the diagram and load nothing. */
function ownRules(css: string, id: string): string {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return [...sheet.cssRules]
    .flatMap((rule) => {
      if (!(rule instanceof CSSStyleRule) || rule.cssRules?.length > 0) return []
      const isOwn = rule.selectorText.split(',').every((selector) => selector.trim().startsWith(`#${CSS.escape(id)}`))
      // The page positions the diagram.
      rule.style.removeProperty('position')
      return isOwn && !loadsFile(rule.cssText) ? [rule.cssText] : []
    })
    .join('\n')
}

/** Whether a text contains CSS that loads a file, however it is escaped: in CSS, JSON, YAML, or with Mermaid's entities. */
export function loadsFile(text: string): boolean {
  const read = text
    .replace(/\\\n\s*/g, '')
    .replace(/\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|&?#x([0-9a-f]{1,6});/gi, (_, ...hex: (string | undefined)[]) => sign(hex.find(Boolean), 16))
    .replace(/&?#(\d{1,7});/g, (_, digits: string) => sign(digits, 10))
    .replace(/[#&]lpar;/g, '(')
  return [text, read].some((one) => LOADS.test(withoutEscapes(one)))
}

// A fragment of the same document loads nothing.
const LOADS = /@import|@font-face|(url|src|image-set)\((?!\s*["']?#)/i

function withoutEscapes(css: string): string {
  return css.replace(/\\(?:([0-9a-f]{1,6})\s?|([^]))/gi, (_, hex?: string, plain?: string) => plain ?? sign(hex, 16))
}

function sign(digits: string | undefined, base: number): string {
  const code = Number.parseInt(digits ?? '', base)
  return code <= 0x10ffff ? String.fromCodePoint(code) : ''
}
