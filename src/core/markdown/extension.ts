import type { MarkdownIt, Env } from 'markdown-it'
import type { Code } from '../diagnostics/catalogue.ts'

/** One piece of syntax: teaches it to markdown-it. */
export type Extension = (md: MarkdownIt) => void

/** What a renderer needs to know of a passage. */
export interface RenderContext {
  /** A line break in the source is one on the slide. */
  readonly breaks: boolean
  /** Makes ids that the text gives rise to unique in the page. */
  readonly prefix: string
  /** Language of the words that Hedgerow adds. */
  readonly lang: string
  /** Reports what is wrong with the text, and on which 1-based line of it. */
  readonly report: (code: Code, line: number, ...details: readonly string[]) => void
}

/** What the extensions know of the passage that is being rendered. */
export interface PassageEnv extends RenderContext, Env {
  /** The name under which markdown-it-footnote looks for the prefix. */
  readonly docId: string
  readonly highlight: Highlight
  /** Number of the line after the last numbered block of code. */
  nextLine: number
}

/** HTML of code with its parts marked, or `undefined` for a language that it does not know. */
export type Highlight = (code: string, language: string) => string | undefined
