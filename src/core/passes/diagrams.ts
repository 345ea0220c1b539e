import { diagramLabel } from '../diagrams/diagram-label.ts'
import { flowToMermaid } from '../diagrams/flow-to-mermaid.ts'
import { plainLabels } from '../diagrams/plain-labels.ts'
import { sequenceToMermaid } from '../diagrams/sequence-to-mermaid.ts'
import type { Translation } from '../diagrams/translation.ts'
import { DIAGRAM_CLASS } from '../markdown/extensions/diagram.ts'
import type { DiagramTool, Element, OpenDiagram, Tree } from '../model.ts'
import { attributeOf, elementsBelow, rawTextOf, setAttribute } from '../tree.ts'

interface Kind {
  readonly tool: DiagramTool
  readonly translate?: (source: string) => Translation
}

// By the class that HedgeDoc gives to them.
const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['mermaid', { tool: 'mermaid', translate: (source) => ({ source: plainLabels(source) }) }],
  ['graphviz', { tool: 'graphviz' }],
  ['flow-chart', { tool: 'mermaid', translate: flowToMermaid }],
  ['sequence-diagram', { tool: 'mermaid', translate: sequenceToMermaid }],
  ['abc', { tool: 'abc' }],
])

export interface FindDiagrams {
  /** 1-based line of the deck on which an element stands. */
  readonly lineOf: (element: Element) => number
  readonly problem: (line: number, text: string) => void
}

/** The diagrams of a slide, which wait for a tool to draw them; one that makes no sense is reported and stays source. */
export function findDiagrams(tree: Tree, { lineOf, problem }: FindDiagrams): OpenDiagram[] {
  return elementsBelow(tree).flatMap((element): OpenDiagram[] => {
    const [first, name = ''] = (attributeOf(element, 'class') ?? '').split(' ')
    const kind = element.tagName === 'pre' && first === DIAGRAM_CLASS ? KINDS.get(name) : undefined
    if (!kind) return []
    const written = rawTextOf(element)
    const line = lineOf(element) + 1
    const translation = kind.translate?.(written) ?? { source: written }
    if ('source' in translation)
      return [{ tool: kind.tool, source: translation.source, label: diagramLabel(kind.tool, translation.source), element, line }]
    problem(line + translation.line - 1, translation.problem)
    showSource(element)
    return []
  })
}

/** A diagram that is not drawn looks like code. */
export function showSource(element: Element): void {
  setAttribute(element, 'class', (attributeOf(element, 'class') ?? '').replace(`${DIAGRAM_CLASS} `, ''))
}
