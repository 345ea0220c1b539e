import { expect, test } from 'vitest'
import { LANGUAGES } from '../../../src/core/i18n/words-in.ts'
import { diagramLabel } from '../../../src/core/diagrams/diagram-label.ts'

test.each([
  ['mermaid', 'graph TD\n A-->B', 'Flowchart'],
  ['mermaid', '%%{init: {}}%%\nsequenceDiagram\nA->>B: x', 'Sequence diagram'],
  ['mermaid', 'sequenceDiagram\n  title A call\n  A->>B: x', 'A call'],
  ['mermaid', '---\ntitle: "A plan"\n---\ngantt', 'A plan'],
  ['mermaid', '---\nconfig:\n  theme: forest\n---\ngantt', 'Gantt chart'],
  ['mermaid', 'graph TD\n  accTitle: What leads where\n  A-->B', 'What leads where'],
  ['mermaid', 'pie showData title Pets', 'Pets'],
  ['mermaid', 'block\n a', 'Diagram'],
  ['graphviz', 'digraph { a -> b }', 'Graph'],
  ['graphviz', 'strict digraph "Our zones" { a -> b }', 'Our zones'],
  ['abc', 'X:1\nT: Speed the Plough\nK:G', 'Speed the Plough'],
  ['abc', 'K:G', 'Score'],
] as const)('%s %j is called %s', (tool, source, label) => {
  expect(diagramLabel(tool, source, LANGUAGES.en.diagrams)).toBe(label)
})
