import { makeElement } from '../make-element.ts'
import stillCss from '../styles/thumbnail.css?inline'
import pictureCss from '../styles/slide-picture.css?inline'

/** Gives an element a shadow root with the style sheets of the page, those of slide pictures and `css`, so that slides in it look as in the page. */
export function fillShadow(host: HTMLElement, css: string, ...content: readonly HTMLElement[]): ShadowRoot {
  const root = host.attachShadow({ mode: 'open', delegatesFocus: true })
  const sheets = [...document.querySelectorAll('style, link[rel=stylesheet]')].map((sheet) => sheet.cloneNode(true))
  const holder = makeElement('div', { className: 'holder' }, ...content)
  holder.dataset['scheme'] = document.documentElement.dataset['scheme'] ?? ''
  root.append(makeElement('style', {}, stillCss), ...sheets, makeElement('style', {}, pictureCss + css), holder)
  return root
}
