import createMarkdownIt from 'markdown-it'
import { extensions } from './extensions.ts'
import type { Highlight, PassageEnv, RenderContext } from './extension.ts'

/** HTML of one passage, with its lines; nothing of it is trusted. */
export type RenderMarkdown = (markdown: string, context: RenderContext) => string

/** Markdown as HedgeDoc sets it up. Every call is on its own: references and footnotes never leave their slide. */
export function createRenderer(highlight: Highlight): RenderMarkdown {
  const md = createMarkdownIt({ html: true, linkify: true, typographer: true })
  md.utils = { ...md.utils, arrayReplaceAt: replaceInPlace }
  for (const extension of extensions) extension(md)
  return (markdown, context) => {
    md.set({ breaks: context.breaks })
    const env: PassageEnv = { ...context, docId: context.prefix, highlight, nextLine: 1 }
    return md.render(markdown, env)
  }
}

// Plugins do so for each word that they find: with markdown-it's own, which copies the whole, 7000 lines took more than 12 s.
function replaceInPlace<T>(tokens: T[], at: number, others: readonly T[]): T[] {
  tokens.splice(at, 1, ...others)
  return tokens
}
