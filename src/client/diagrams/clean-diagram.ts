import { SVG_ELEMENTS } from './drawing-elements.ts'
import { loadsFile } from './loads-files.ts'

/** The drawing in a text without what the build would not have let pass either; nothing where there is none. */
export function cleanDiagram(text: string): SVGSVGElement | undefined {
  // Nothing is loaded in a document that is parsed like this.
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

/** The rules of a style sheet that reach the drawing alone and load nothing. */
function ownRules(css: string, id: string): string {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return [...sheet.cssRules]
    .flatMap((rule) => {
      if (!(rule instanceof CSSStyleRule) || rule.cssRules?.length > 0) return []
      const isOwn = rule.selectorText.split(',').every((selector) => selector.trim().startsWith(`#${CSS.escape(id)}`))
      // Where it is, the page says.
      rule.style.removeProperty('position')
      return isOwn && !loadsFile(rule.cssText) ? [rule.cssText] : []
    })
    .join('\n')
}
