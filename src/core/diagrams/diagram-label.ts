import type { DiagramTool } from '../model.ts'

const KINDS: readonly (readonly [keyword: RegExp, name: string])[] = [
  [/^(graph|flowchart)/, 'Flowchart'],
  [/^sequenceDiagram/, 'Sequence diagram'],
  [/^classDiagram/, 'Class diagram'],
  [/^stateDiagram/, 'State diagram'],
  [/^erDiagram/, 'Entity relationship diagram'],
  [/^gantt/, 'Gantt chart'],
  [/^pie/, 'Pie chart'],
  [/^gitGraph/, 'Git graph'],
  [/^mindmap/, 'Mind map'],
  [/^timeline/, 'Timeline'],
  [/^journey/, 'User journey'],
  [/^quadrantChart/, 'Quadrant chart'],
  [/^(xychart|sankey|radar|treemap)/, 'Chart'],
]

const TITLES: Readonly<Record<DiagramTool, RegExp>> = {
  mermaid: /^[ \t]*(?:accTitle[ \t]*:|(?:pie[ \t]+(?:showData[ \t]+)?)?title[ \t:])[ \t]*(\S.*)$/im,
  graphviz: /^\s*(?:strict\s+)?(?:di)?graph\s+"?([^\s"{][^"{]*?)"?\s*\{/i,
  abc: /^T:[ \t]*(\S.*)$/m,
}

/** What a diagram is called for those who do not see it: its title, else its kind. */
export function diagramLabel(tool: DiagramTool, source: string): string {
  const title = TITLES[tool]
    .exec(source)?.[1]
    ?.trim()
    .replace(/^(["'])(.*)\1$/, '$2')
  if (title !== undefined && title !== '') return title
  if (tool === 'graphviz') return 'Graph'
  if (tool === 'abc') return 'Score'
  // The word for the kind follows mermaid's own front matter and comments.
  const kind = source
    .replace(/^\s*---\n[^]*?\n---/, '')
    .replace(/^\s*%%.*$/gm, '')
    .trim()
  return KINDS.find(([keyword]) => keyword.test(kind))?.[1] ?? 'Diagram'
}
