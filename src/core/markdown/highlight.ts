import core from 'highlight.js/lib/core'
import type { HLJSApi, LanguageFn } from 'highlight.js'
import type { Highlight } from './extension.ts'
import { languageAliases } from './language-aliases.ts'

// Longer lines and blocks take seconds to highlight, and do not fit on a slide.
const LONGEST_LINE = 1000
const LONGEST_BLOCK = 100_000

/** A highlighter for some languages. Code of another one in theirs, such as CSS in HTML, is highlighted only if that is one of them, too. */
export async function createHighlighter(languages: Iterable<string>): Promise<Highlight> {
  // An instance of its own: what it knows does not depend on the decks before.
  const hljs = core.newInstance()
  for (const language of languages) await load(fileOf(language), hljs)
  return (code, language) => {
    const name = fileOf(language)
    if (!hljs.getLanguage(name)) return undefined
    if (code.length > LONGEST_BLOCK) return { tooLarge: `it has more than ${LONGEST_BLOCK} characters` }
    if (code.split('\n').some((line) => line.length > LONGEST_LINE)) return { tooLarge: `a line has more than ${LONGEST_LINE} characters` }
    return { html: hljs.highlight(code, { language: name, ignoreIllegals: true }).value }
  }
}

function fileOf(language: string): string {
  const name = language.toLowerCase()
  return languageAliases.get(name) ?? name
}

async function load(name: string, hljs: HLJSApi): Promise<void> {
  if (hljs.getLanguage(name) || !/^[a-z0-9-]{1,30}$/.test(name)) return
  try {
    const { default: language } = (await import(`highlight.js/lib/languages/${name}`)) as { default: LanguageFn }
    hljs.registerLanguage(name, language)
  } catch {
    // An unknown language is reported for the code block.
  }
}
