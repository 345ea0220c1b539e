/** What draws diagrams; other kinds are translated for one of these. */
export type DiagramTool = 'mermaid' | 'graphviz' | 'abc'

/** What became of a diagram; `line` is 1-based in its source. */
export type DrawnDiagram =
  | { readonly svg: string }
  | { readonly problem: string; readonly line?: number }
  /** It takes more time, memory or room than a diagram may: how much. */
  | { readonly tooMuch: string }
  /** The browser of the viewer draws it, and why. */
  | { readonly later: string }
