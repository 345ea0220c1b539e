import createMarkdownIt from 'markdown-it'
import type { Env } from 'markdown-it'
import type { Code } from '../diagnostics/catalogue.ts'
import type { Passage } from '../model.ts'
import { extensions } from './extensions.ts'

export interface RenderContext {
  /** A line break in the source is one on the slide. */
  readonly breaks: boolean
  /** Makes ids that the text gives rise to unique in the page. */
  readonly prefix: string
  /** Says what is wrong with the text, and on which 1-based line of the source. */
  readonly report: (code: Code, line: number, ...details: readonly string[]) => void
}

/** What the extensions know of the passage that is being rendered. */
export interface PassageEnv extends RenderContext, Env {
  /** 1-based line of the source on which the passage begins. */
  readonly firstLine: number
  /** The name under which markdown-it-footnote looks for the prefix. */
  readonly docId: string
  readonly highlight: Highlight
  /** Number of the line after the last numbered block of code. */
  nextLine: number
}

/** HTML of code with its parts marked, or `undefined` for a language that it does not know. */
export type Highlight = (code: string, language: string) => string | undefined

/** HTML of one passage, with source lines; nothing of it is trusted. */
export type RenderMarkdown = (passage: Passage, context: RenderContext) => string

/** Markdown as HedgeDoc sets it up. Every call is on its own: references and footnotes never leave their slide. */
export function createRenderer(highlight: Highlight): RenderMarkdown {
  const md = createMarkdownIt({ html: true, linkify: true, typographer: true })
  for (const extension of extensions) extension(md)
  return ({ markdown, line }, context) => {
    md.set({ breaks: context.breaks })
    const env: PassageEnv = { ...context, firstLine: line, docId: context.prefix, highlight, nextLine: 1 }
    return md.render(markdown, env)
  }
}
