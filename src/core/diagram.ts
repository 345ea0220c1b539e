/** The tools that draw diagrams; other languages are translated for one of them. */
export type DiagramTool = 'mermaid' | 'graphviz' | 'abc'

/** A diagram in the language of another tool, or what is wrong with it; `line` is 1-based in the source of the diagram. */
export type Translation = { readonly source: string } | { readonly problem: string; readonly line: number }

/** The result of drawing a diagram; `line` is 1-based in its source. */
export type DrawnDiagram =
  | { readonly svg: string }
  | { readonly problem: string; readonly line?: number }
  /** What draws it is not installed, and how to get that. */
  | { readonly missing: string; readonly remedy: string }
  /** It exceeds a limit of time, memory or size: which one. */
  | { readonly tooMuch: string }
  /** It is drawn in the browser of the visitor, and why. */
  | { readonly later: string }

/** Most characters of an SVG. Browsers can show larger ones, but no slide needs them. */
export const LARGEST_SVG = 1_000_000

/** Most characters of the source of a diagram. */
export const LONGEST_DIAGRAM = 50_000

/** The size of an SVG for a message. */
export function svgSizeText(characters: number): string {
  return `a drawing of ${(characters / 1e6).toFixed(1)} MB`
}
