import { SVG_ELEMENTS } from './clean-diagram.ts'

export interface Mermaid {
  initialize(config: object): void
  render(id: string, source: string): Promise<{ svg: string }>
}

// Elements that Mermaid also uses to measure and to parse.
const ELEMENTS: ReadonlySet<string> = new Set([...SVG_ELEMENTS, ...'html head body div span p br b i em strong template canvas'.split(' ')])

/**
 * Loads Mermaid into an empty frame in which no element can be created that loads a file. Mermaid draws in the live document, so images
 * in a diagram would be loaded before the result can be sanitised.
 */
export async function loadMermaid(address: string): Promise<{ readonly mermaid: Mermaid; readonly close: () => void }> {
  const frame = document.createElement('iframe')
  // The frame needs a layout, since Mermaid measures text.
  frame.style.cssText =
    'position:fixed;inset:0 auto auto 0;width:1280px;height:720px;border:0;visibility:hidden;pointer-events:none;z-index:-1'
  frame.tabIndex = -1
  frame.ariaHidden = 'true'
  const opened = happened(frame, 'load')
  document.body.append(frame)
  await opened
  const inside = frame.contentWindow as (Window & typeof globalThis & { readonly mermaid: Mermaid }) | null
  if (!inside) throw new Error('there is no frame')
  const script = inside.document.createElement('script')
  script.src = new URL(address, document.baseURI).href
  const loaded = happened(script, 'load')
  inside.document.head.append(script)
  await loaded
  restrict(inside)
  return { mermaid: inside.mermaid, close: () => frame.remove() }
}

function happened(target: HTMLElement, event: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    target.addEventListener(event, resolve, { once: true })
    target.addEventListener('error', reject, { once: true })
  })
}

function restrict(inside: Window & typeof globalThis): void {
  const createElement = inside.document.createElement.bind(inside.document)
  const createElementNS = inside.document.createElementNS.bind(inside.document)
  const allowed = (name: string, other: string) => (ELEMENTS.has(name.replace(/^.*:/, '')) ? name : other)
  Object.assign(inside.Document.prototype, {
    createElement: (name: string) => createElement(allowed(String(name).toLowerCase(), 'span')),
    createElementNS: (space: string | null, name: string) => createElementNS(space, allowed(String(name), 'g')),
  })
  const html = Object.getOwnPropertyDescriptor(inside.Element.prototype, 'innerHTML')
  Object.defineProperty(inside.Element.prototype, 'innerHTML', {
    ...html,
    set(this: Element, text: string) {
      // A style sheet is text; everything else is parsed in a document that loads nothing.
      if (this.localName === 'style') this.textContent = text
      else this.replaceChildren(...harmless(new inside.DOMParser().parseFromString(text, 'text/html').body))
    },
  })
  Object.assign(inside, {
    Image: class {
      decode(): Promise<never> {
        return Promise.reject(new Error('pictures are not loaded'))
      }
    },
    fetch: undefined,
    XMLHttpRequest: undefined,
  })
}

function harmless(body: Element): Iterable<ChildNode> {
  for (const element of body.querySelectorAll('*')) if (!ELEMENTS.has(element.localName)) element.remove()
  return [...body.childNodes]
}
