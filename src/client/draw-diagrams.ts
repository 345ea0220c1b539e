interface Mermaid {
  initialize(config: object): void
  render(id: string, source: string): Promise<{ svg: string }>
}

/** Draws the diagrams that the build had no browser for, with a script that only such a page loads. */
export function drawDiagrams(root: HTMLElement): void {
  const waiting = root.querySelectorAll<HTMLElement>('pre[data-draw]')
  const written = root.closest<HTMLElement>('.reveal')?.dataset['mermaid']
  if (waiting.length === 0 || written === undefined) return
  // Written by our own page.
  const mermaid = JSON.parse(written) as { script: string; config: object }
  const script = document.createElement('script')
  script.src = mermaid.script
  script.addEventListener('load', () => void drawAll(waiting, mermaid.config))
  document.head.append(script)
}

async function drawAll(waiting: Iterable<HTMLElement>, config: object): Promise<void> {
  // What the script leaves behind.
  const { mermaid } = window as unknown as { mermaid: Mermaid }
  mermaid.initialize(config)
  let count = 0
  for (const element of waiting) {
    count += 1
    try {
      const { svg } = await mermaid.render(`later${count}-`, element.dataset['draw'] ?? '')
      show(element, svg)
    } catch {
      // The source stays; the build could not know that it is wrong.
      element.classList.remove('diagram')
    }
  }
}

function show(element: HTMLElement, drawing: string): void {
  const svg = new DOMParser().parseFromString(drawing, 'text/html').querySelector('svg')
  if (!svg) return
  // What the build would not have let pass either.
  for (const foreign of svg.querySelectorAll('foreignObject, script, image')) foreign.remove()
  for (const link of svg.querySelectorAll('a')) {
    const group = document.createElementNS(svg.namespaceURI, 'g')
    group.setAttribute('transform', link.getAttribute('transform') ?? '')
    group.append(...link.childNodes)
    link.replaceWith(group)
  }
  const [, , width = '', height = ''] = (svg.getAttribute('viewBox') ?? '').split(/[\s,]+/)
  svg.removeAttribute('aria-roledescription')
  svg.setAttribute('style', `--width:${Number(width)}`)
  svg.setAttribute('width', width)
  svg.setAttribute('height', height)
  svg.setAttribute('role', 'img')
  const words = [...svg.querySelectorAll('text')].map(({ textContent }) => textContent.trim()).filter((text) => text !== '')
  svg.setAttribute('aria-label', `${element.dataset['label'] ?? ''}: ${[...new Set(words)].join(', ').slice(0, 400)}`)
  element.tabIndex = 0
  element.replaceChildren(svg)
}
