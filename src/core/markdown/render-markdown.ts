import createMarkdownIt from 'markdown-it'
import { extensions } from './extensions.ts'
import type { Highlight, PassageEnv, RenderContext } from './extension.ts'

/** Untrusted HTML of one passage, with source lines. */
export type RenderMarkdown = (markdown: string, context: RenderContext) => string

/** A renderer with HedgeDoc's syntax. Each call is independent: references and footnotes never leave their slide. */
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

// Plugins call this for each word that they replace. markdown-it's own copies the whole array: 7000 lines took more than 12 s.
function replaceInPlace<T>(tokens: T[], at: number, others: readonly T[]): T[] {
  tokens.splice(at, 1, ...others)
  return tokens
}
