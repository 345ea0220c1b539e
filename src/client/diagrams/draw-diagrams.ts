import { cleanDiagram, loadsFile } from './clean-diagram.ts'
import { loadMermaid, type Mermaid } from './load-mermaid.ts'

// The limits of the build, and how many diagrams a page can draw in a reasonable time.
const LONGEST = 50_000
const MOST = 200
const TIME = 60_000

/** Draws the diagrams that the build could not draw without Chromium, with a script that only such pages load. */
export function drawDiagrams(root: HTMLElement): void {
  const waiting = [...root.querySelectorAll<HTMLElement>('pre.diagram[data-draw]')]
  const written = root.closest<HTMLElement>('.reveal')?.dataset['mermaid']
  if (waiting.length === 0 || written === undefined) return
  // Written by the build.
  const settings = JSON.parse(written) as { script: string; config: object }
  // If Mermaid cannot be loaded, all diagrams stay source text.
  drawAll(waiting, settings).catch(() => waiting.forEach(showSource))
}

async function drawAll(waiting: readonly HTMLElement[], { script, config }: { script: string; config: object }): Promise<void> {
  const { mermaid, close } = await loadMermaid(script)
  mermaid.initialize(config)
  const started = performance.now()
  for (const [index, element] of waiting.entries()) {
    const isInTime = index < MOST && performance.now() - started < TIME
    const svg = isInTime ? await draw(element.dataset['draw'] ?? '', `later${index + 1}-`, mermaid) : undefined
    if (svg) show(element, svg)
    else showSource(element)
  }
  close()
}

async function draw(source: string, id: string, mermaid: Mermaid): Promise<SVGSVGElement | undefined> {
  if (source.length > LONGEST || loadsFile(source)) return undefined
  try {
    return cleanDiagram((await mermaid.render(id, source)).svg)
  } catch {
    return undefined
  }
}

// A diagram that cannot be drawn is shown as code.
function showSource(element: HTMLElement): void {
  if (!element.querySelector('svg')) element.classList.remove('diagram')
}

function show(element: HTMLElement, svg: SVGSVGElement): void {
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
