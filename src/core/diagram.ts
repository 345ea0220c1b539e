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

/** Most characters of a drawing. A browser can show more, but no slide needs it. */
export const LARGEST_SVG = 1_000_000

/** Most characters of the source of a diagram. */
export const LONGEST_DIAGRAM = 50_000

/** The size of an SVG, in the words of a message. */
export function svgSizeText(characters: number): string {
  return `a drawing of ${(characters / 1e6).toFixed(1)} MB`
}
