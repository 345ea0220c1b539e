import { makeElement } from '../make-element.ts'
import stillCss from '../styles/thumbnail.css?inline'
import pictureCss from '../styles/slide-picture.css?inline'

/** Gives an element a shadow root with the style sheets of the page, those of slide pictures and `css`, so that slides in it look as in the page. */
export function fillShadow(host: HTMLElement, css: string, ...content: readonly HTMLElement[]): ShadowRoot {
  const root = host.attachShadow({ mode: 'open', delegatesFocus: true })
  const sheets = [...document.querySelectorAll<HTMLStyleElement | HTMLLinkElement>('style, link[rel=stylesheet]')].map(
    // A clone is of the same kind.
    (sheet) => sheet.cloneNode(true) as HTMLStyleElement | HTMLLinkElement,
  )
  const holder = makeElement('div', { className: 'holder' }, ...content)
  holder.dataset['scheme'] = document.documentElement.dataset['scheme'] ?? ''
  for (const sheet of sheets) sheet.addEventListener('load', () => asOnProjector(sheet.sheet))
  root.append(makeElement('style', {}, stillCss), ...sheets, makeElement('style', {}, pictureCss + css), holder)
  for (const { sheet } of sheets) asOnProjector(sheet)
  return root
}

// Phones show the slides of the page as a document; the copies look as on a projector, however narrow the window is.
function asOnProjector(sheet: CSSStyleSheet | CSSGroupingRule | null): void {
  for (const rule of rulesOf(sheet)) {
    if (rule instanceof CSSMediaRule) {
      if (/(max-width:|width <=) (640|480)px/.test(rule.media.mediaText)) rule.media.mediaText = 'not all'
      else if (/(min-width:|width >=) (641|481)px/.test(rule.media.mediaText)) rule.media.mediaText = 'all'
    }
    if (rule instanceof CSSGroupingRule) asOnProjector(rule)
  }
}

// Those of files on disk cannot be read.
function rulesOf(sheet: CSSStyleSheet | CSSGroupingRule | null): readonly CSSRule[] {
  try {
    return [...(sheet?.cssRules ?? [])]
  } catch {
    return []
  }
}
