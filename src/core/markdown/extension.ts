import type { MarkdownIt, Env } from 'markdown-it'
import type { Code } from '../diagnostics/catalogue.ts'

/** Adds one piece of syntax to markdown-it. */
export type Extension = (md: MarkdownIt) => void

/** What a renderer needs to know about a passage. */
export interface RenderContext {
  /** Line breaks of the source are kept. */
  readonly breaks: boolean
  /** Makes the ids of footnotes unique in the page. */
  readonly prefix: string
  /** Language of the words that Hedgerow adds. */
  readonly lang: string
  /** Blocks of notes are left empty, so that nothing that is defined in them is known outside. */
  readonly withoutNotes?: true | undefined
  /** Reports what is wrong with the text, and on which 1-based line of it. */
  readonly report: (code: Code, line: number, ...details: readonly string[]) => void
}

/** What extensions know about the passage that is rendered. */
export interface PassageEnv extends RenderContext, Env {
  /** The prefix, under the name that markdown-it-footnote reads. */
  readonly docId: string
  readonly highlight: Highlight
  /** Number of the line after the last numbered code block. */
  nextLine: number
}

/** Highlighted code as HTML, or why it is too large for that; `undefined` for an unknown language. */
export type Highlight = (code: string, language: string) => { readonly html: string } | { readonly tooLarge: string } | undefined
