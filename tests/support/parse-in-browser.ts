import type { Page } from 'playwright-core'

/** One text, as a browser parses it in three ways; the form is that of `flat-tree.ts`. */
export interface BrowserTrees {
  readonly inner: readonly string[]
  readonly parser: readonly string[]
  readonly document: readonly string[]
}

export interface ParsedByBrowser {
  readonly trees: readonly BrowserTrees[]
  /** What ran. */
  readonly ran: readonly string[]
}

/** Parses texts that stand in a <div>: by its `innerHTML`, by the browser's parser, and as a page that is loading. */
export function parseInBrowser(page: Page, texts: readonly string[]): Promise<ParsedByBrowser> {
  return page.evaluate(async (all) => {
    const flat = (root: Node) => {
      const lines: string[] = []
      const walk = (parent: Node, depth: number) => {
        parent.normalize()
        for (const node of parent.childNodes) {
          if (node instanceof Text || node.nodeType === Node.TEXT_NODE) lines.push(`${depth} ${JSON.stringify(node.nodeValue)}`)
          else if (node.nodeType === Node.COMMENT_NODE) lines.push(`${depth} comment ${JSON.stringify(node.nodeValue)}`)
          else {
            const element = node as Element
            const attributes = [...element.attributes].map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`).sort()
            lines.push(`${depth} ${element.namespaceURI} ${element.localName}${attributes.join('')}`)
            walk(node, depth + 1)
          }
        }
      }
      walk(root, 0)
      return lines
    }
    // What stands beside the <div> has left it.
    const inBody = (body: Element | null) => {
      const [first, ...others] = body?.childNodes ?? []
      return first && others.length === 0 ? flat(first) : ['it has left its element']
    }
    const whole = (text: string) => `<!doctype html><html><head></head><body><div>${text}</div></body></html>`
    const ran: string[] = []
    const frame = document.createElement('iframe')
    document.body.append(frame)
    for (const target of [window, frame.contentWindow]) {
      if (!target) throw new Error('the frame has no window')
      Object.defineProperty(target, 'alert', { configurable: true, value: () => ran.push('alert') })
      Object.defineProperty(target, '__pwned', {
        configurable: true,
        set() {
          ran.push('__pwned')
        },
      })
    }
    const trees = all.map((text) => {
      const holder = document.createElement('div')
      holder.innerHTML = text
      const open = frame.contentDocument
      open?.open()
      open?.write(whole(text))
      open?.close()
      return {
        inner: flat(holder),
        parser: inBody(new DOMParser().parseFromString(whole(text), 'text/html').body),
        document: inBody(frame.contentDocument?.body ?? null),
      }
    })
    // What fails to load says so later.
    await new Promise((resolve) => setTimeout(resolve, 300))
    frame.remove()
    return { trees, ran }
  }, texts)
}
