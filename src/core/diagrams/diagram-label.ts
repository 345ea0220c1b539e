import type { DiagramKind } from '../i18n/diagram-kind.ts'
import type { Words } from '../i18n/words.ts'
import type { DiagramTool } from '../model.ts'

const KINDS: readonly (readonly [keyword: RegExp, kind: DiagramKind])[] = [
  [/^(graph|flowchart)/, 'flowchart'],
  [/^sequenceDiagram/, 'sequence'],
  [/^classDiagram/, 'class'],
  [/^stateDiagram/, 'state'],
  [/^erDiagram/, 'entityRelationship'],
  [/^gantt/, 'gantt'],
  [/^pie/, 'pie'],
  [/^gitGraph/, 'git'],
  [/^mindmap/, 'mindmap'],
  [/^timeline/, 'timeline'],
  [/^journey/, 'journey'],
  [/^quadrantChart/, 'quadrant'],
  [/^(xychart|sankey|radar|treemap)/, 'chart'],
]

const TITLES: Readonly<Record<DiagramTool, RegExp>> = {
  mermaid: /^[ \t]*(?:accTitle[ \t]*:|(?:pie[ \t]+(?:showData[ \t]+)?)?title[ \t:])[ \t]*(\S.*)$/im,
  graphviz: /^\s*(?:strict\s+)?(?:di)?graph\s+"?([^\s"{][^"{]*?)"?\s*\{/i,
  abc: /^T:[ \t]*(\S.*)$/m,
}

/** The label of a diagram for screen readers: its title, else its kind in the words of a language. */
export function diagramLabel(tool: DiagramTool, source: string, kinds: Words['diagrams']): string {
  const title = TITLES[tool]
    .exec(source)?.[1]
    ?.trim()
    .replace(/^(["'])(.*)\1$/, '$2')
  if (title !== undefined && title !== '') return title
  if (tool === 'graphviz') return kinds.graph
  if (tool === 'abc') return kinds.score
  // The keyword follows Mermaid's own front matter and comments.
  const kind = source
    .replace(/^\s*---\n[^]*?\n---/, '')
    .replace(/^\s*%%.*$/gm, '')
    .trim()
  return kinds[KINDS.find(([keyword]) => keyword.test(kind))?.[1] ?? 'diagram']
}
