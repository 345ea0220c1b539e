import createMarkdownIt from 'markdown-it'
import type { Passage } from '../model.ts'
import { extensions } from './extensions.ts'

export interface RenderContext {
  /** A line break in the source is one on the slide. */
  readonly breaks: boolean
  /** Makes ids that the text gives rise to unique in the page. */
  readonly prefix: string
}

/** HTML of one passage, with source lines; nothing of it is trusted. */
export type RenderMarkdown = (passage: Passage, context: RenderContext) => string

/** Markdown as HedgeDoc sets it up. Every call is on its own: references and footnotes never leave their slide. */
export function createRenderer(): RenderMarkdown {
  const md = createMarkdownIt({ html: true, linkify: true, typographer: true })
  for (const extension of extensions) extension(md)
  return ({ markdown, line }, { breaks, prefix }) => {
    md.set({ breaks })
    return md.render(markdown, { firstLine: line, docId: prefix })
  }
}
