/** A diagram in the words of another tool, or what is wrong with it; `line` is 1-based in the source of the diagram. */
export type Translation = { readonly source: string } | { readonly problem: string; readonly line: number }
