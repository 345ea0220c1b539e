/** What draws diagrams; other kinds are translated for one of these. */
export type DiagramTool = 'mermaid' | 'graphviz' | 'abc'

/** A diagram in the language of another tool, or what is wrong with it; `line` is 1-based in the source of the diagram. */
export type Translation = { readonly source: string } | { readonly problem: string; readonly line: number }

/** What became of a diagram; `line` is 1-based in its source. */
export type DrawnDiagram =
  | { readonly svg: string }
  | { readonly problem: string; readonly line?: number }
  /** It takes more time, memory or room than a diagram may: how much. */
  | { readonly tooMuch: string }
  /** The browser of the viewer draws it, and why. */
  | { readonly later: string }
