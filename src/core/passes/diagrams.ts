import { diagramLabel } from '../diagrams/diagram-label.ts'
import { flowToMermaid } from '../diagrams/flow-to-mermaid.ts'
import { plainLabels } from '../diagrams/mermaid.ts'
import { sequenceToMermaid } from '../diagrams/sequence-to-mermaid.ts'
import type { Translation } from '../diagram.ts'
import { DIAGRAM_CLASS } from '../markdown/extensions/diagram.ts'
import type { DiagramTool, Element } from '../model.ts'
import { classesOf, elementsBelow, hasClass, rawTextOf, replaceClass } from '../tree.ts'
import type { PassagePass } from './pass.ts'

interface Kind {
  readonly tool: DiagramTool
  readonly translate?: (source: string) => Translation
}

// By HedgeDoc's classes.
const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['mermaid', { tool: 'mermaid', translate: (source) => ({ source: plainLabels(source) }) }],
  ['graphviz', { tool: 'graphviz' }],
  ['flow-chart', { tool: 'mermaid', translate: flowToMermaid }],
  ['sequence-diagram', { tool: 'mermaid', translate: sequenceToMermaid }],
  ['abc', { tool: 'abc' }],
])

/** Finds the diagrams of a slide, which are drawn later; an invalid one is reported and stays source. */
export const diagrams: PassagePass = ({ tree, locationOf }, { report, found, words }) => {
  for (const element of elementsBelow(tree)) {
    if (element.tagName !== 'pre' || !hasClass(element, DIAGRAM_CLASS)) continue
    const kind = classesOf(element).flatMap((name) => KINDS.get(name) ?? [])[0]
    if (!kind) continue
    const written = rawTextOf(element)
    const location = locationOf(element)
    const line = location.line + 1
    const translation = kind.translate?.(written) ?? { source: written }
    if ('source' in translation) {
      const { source } = translation
      found.diagrams.push({ tool: kind.tool, source, label: diagramLabel(kind.tool, source, words.diagrams), element, line })
      continue
    }
    report('diagram-invalid', { ...location, line: line + translation.line - 1 }, translation.problem)
    showSource(element)
  }
}

/** A diagram that is not drawn looks like code. */
export function showSource(element: Element): void {
  replaceClass(element, DIAGRAM_CLASS)
}
