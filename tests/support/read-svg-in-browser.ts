import type { Page } from 'playwright-core'

/** What each of these drawings holds that could run, load or lead away, as the browser of the page reads it alone and in a page. */
export function readSvgInBrowser(page: Page, drawings: readonly string[]): Promise<string[][]> {
  return page.evaluate((all) => {
    const SVG = 'http://www.w3.org/2000/svg'
    const XHTML = 'http://www.w3.org/1999/xhtml'
    const LISTED =
      /^(svg|g|defs|symbol|use|title|desc|path|rect|circle|ellipse|line|polyline|polygon|text|tspan|textPath|image|switch|style|foreignObject|linearGradient|radialGradient|stop|clipPath|mask|pattern|marker|filter|fe(?!Image)[A-Z]\w+)$/
    // HTML that only words are in, for labels of drawings.
    const WORDS =
      /^(abbr|address|b|bdi|bdo|big|blockquote|br|caption|center|cite|code|col|colgroup|dd|del|div|dl|dt|em|figcaption|figure|font|h[1-6]|hr|i|ins|kbd|li|mark|ol|p|pre|rp|rt|ruby|s|small|span|strike|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul)$/
    const isWords = (element: Element) =>
      element.namespaceURI === XHTML && WORDS.test(element.localName) && element.closest('foreignObject') !== null
    const ofElement = (element: Element): string[] => {
      const { localName, namespaceURI } = element
      const wrong = (LISTED.test(localName) && namespaceURI === SVG) || isWords(element) ? [] : [`<${localName}>`]
      const attributes = [...element.attributes].flatMap(({ name, value }) => {
        const leads = /href$/i.test(name) && !value.startsWith('#') && !(localName === 'image' && /^data:image\/(?!svg)/.test(value))
        // Letters of CSS can be written as numbers.
        const letters = value.replace(/\\0*([46-7][0-9a-f])\s?/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
        const loads = /(url|src|image|set)\((?!\s*["']?#)/i.test(letters) && !/^(id|class)$/.test(name)
        return /^on/i.test(name) || leads || loads ? [`${localName} ${name}=${value}`] : []
      })
      return [...wrong, ...attributes]
    }
    return all.map((text) =>
      (['image/svg+xml', 'text/html'] as const).flatMap((type) => {
        const parsed = new DOMParser().parseFromString(text, type)
        const below = type === 'text/html' ? parsed.body.children : parsed.children
        // The browser writes its own message about XML that is none.
        const isOurs = ({ namespaceURI }: Element) => namespaceURI !== XHTML || type === 'text/html' || !parsed.querySelector('parsererror')
        return [...below]
          .flatMap((root) => [root, ...root.querySelectorAll('*')])
          .filter(isOurs)
          .flatMap(ofElement)
      }),
    )
  }, drawings)
}
