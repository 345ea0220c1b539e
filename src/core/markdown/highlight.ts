import hljs from 'highlight.js/lib/core'
import type { LanguageFn } from 'highlight.js'
import type { Highlight } from './extension.ts'

// Longer lines and blocks take seconds to highlight, and do not fit on a slide.
const LONGEST_LINE = 1000
const LONGEST_BLOCK = 100_000

// Other names of languages, and the files of highlight.js for them.
const FILES: Readonly<Record<string, string>> = {
  js: 'javascript',
  jsx: 'javascript',
  mjs: 'javascript',
  ts: 'typescript',
  tsx: 'typescript',
  sh: 'bash',
  zsh: 'bash',
  console: 'shell',
  yml: 'yaml',
  html: 'xml',
  svg: 'xml',
  py: 'python',
  rb: 'ruby',
  rs: 'rust',
  cs: 'csharp',
  md: 'markdown',
  docker: 'dockerfile',
  golang: 'go',
  'c++': 'cpp',
  cc: 'cpp',
  h: 'c',
  make: 'makefile',
  conf: 'ini',
  toml: 'ini',
  env: 'ini',
  tf: 'ini',
  hcl: 'ini',
  jsonc: 'json',
  json5: 'json',
  text: 'plaintext',
  txt: 'plaintext',
  plain: 'plaintext',
  patch: 'diff',
  kt: 'kotlin',
  ps1: 'powershell',
  pl: 'perl',
  hs: 'haskell',
}

/** A highlighter for some languages; others are not loaded. */
export async function createHighlighter(languages: Iterable<string>): Promise<Highlight> {
  for (const language of languages) await load(fileOf(language))
  return (code, language) => {
    const name = fileOf(language)
    if (!hljs.getLanguage(name) || code.length > LONGEST_BLOCK || code.split('\n').some((line) => line.length > LONGEST_LINE))
      return undefined
    return hljs.highlight(code, { language: name, ignoreIllegals: true }).value
  }
}

function fileOf(language: string): string {
  const name = language.toLowerCase()
  return Object.hasOwn(FILES, name) ? (FILES[name] ?? name) : name
}

async function load(name: string): Promise<void> {
  if (hljs.getLanguage(name) || !/^[a-z0-9-]{1,30}$/.test(name)) return
  try {
    const { default: language } = (await import(`highlight.js/lib/languages/${name}`)) as { default: LanguageFn }
    hljs.registerLanguage(name, language)
  } catch {
    // An unknown language is reported for the code block.
  }
}
