import type { Page } from 'playwright-core'

/** What each of these style sheets, in the layer of a deck, holds that it may not, as the browser of the page reads it. */
export function readCssInBrowser(page: Page, sheets: readonly string[]): Promise<string[][]> {
  return page.evaluate((all) => {
    document.body.innerHTML = `<div class="reveal"><h1>x</h1><div class="slides"><section><h1 id="a">x</h1><p>x</p></section></div>
      <div class="controls"><p>x</p></div><a id="a" href="x">x</a></div><li>x</li>`
    const holder = document.body.appendChild(document.createElement('div'))
    const outside = (selector: string) =>
      // A pseudo-element is where its element is.
      [...document.querySelectorAll(selector.replace(/::[\w-]+(\([^()]*\))?/g, ''))].filter((element) => !element.closest('.slides'))
    const ofDeclarations = (style: CSSStyleDeclaration): string[] =>
      [...style].flatMap((name) => {
        const value = style.getPropertyValue(name)
        // A name that begins with an escape is another name.
        const bare = value.replace(/"[^"]*"(?!\))/g, '').replace(/\\0\s/g, '_')
        const loads = /(?<![\w-])(url\((?!\s*"?#)|(-webkit-)?(image-set|cross-fade)\(|image\(|src\()/i.test(bare)
        const leaves = (name === 'position' || name.startsWith('--')) && /(^|[\s,(:])(fixed|(-webkit-)?sticky)(?![-\w])/i.test(bare)
        return loads || leaves ? [`${name}: ${value}`] : []
      })
    const ofRule = (rule: CSSRule): string[] => {
      if (rule instanceof CSSKeyframesRule && !rule.name.startsWith('deck-')) return [`@keyframes ${rule.name} of the page`]
      if (rule instanceof CSSMediaRule || rule instanceof CSSSupportsRule || rule instanceof CSSKeyframesRule)
        return [...rule.cssRules].flatMap(ofRule)
      if (rule instanceof CSSKeyframeRule) return ofDeclarations(rule.style)
      if (!(rule instanceof CSSStyleRule)) return [rule.cssText]
      const reached = outside(rule.selectorText).map((element) => `${rule.selectorText} reaches ${element.localName}`)
      const nested = [...rule.cssRules].map(({ cssText }) => `nested ${cssText}`)
      return [...reached, ...nested, ...ofDeclarations(rule.style)]
    }
    const found = all.map((css) => {
      // As it stands in a page, with something after it.
      holder.innerHTML = `<style>@layer deck{${css}}\n#after{top:0}</style>`
      const [style, ...others] = holder.children
      const rules = style instanceof HTMLStyleElement ? [...(style.sheet?.cssRules ?? [])] : []
      const [layer, after, ...more] = rules
      if (others.length > 0 || holder.childNodes.length !== 1 || !(layer instanceof CSSLayerBlockRule)) return ['it has left its element']
      if (!(after instanceof CSSStyleRule) || after.selectorText !== '#after' || more.length > 0) return ['it has left its layer']
      return [...layer.cssRules].flatMap(ofRule)
    })
    document.body.innerHTML = ''
    return found
  }, sheets)
}
