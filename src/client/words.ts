import { chooseLanguage } from '../core/i18n/words-in.ts'
import type { StageWords, Words } from '../core/i18n/words.ts'

declare global {
  interface ImportMeta {
    /** Vite's: what each file that fits exports by a name, by the path of the file. */
    glob<T>(files: string, options: { readonly eager: true; readonly import: string }): Readonly<Record<string, T>>
  }
}

// A script must not load the words of all pages, so each function takes one part of each language file.

/** The words around a deck, in the first of these languages that there are words in. */
export function viewerWordsIn(tags: readonly string[]): { readonly lang: string; readonly words: Words['viewer'] } {
  const languages = byLanguage(import.meta.glob<Words['viewer']>('../core/i18n/languages/*.ts', { eager: true, import: 'viewer' }))
  return wordsOf(languages, chooseLanguage(tags, languages))
}

/** The words of the presenter tools and the speaker view. */
export function stageWordsIn(tag: string): StageWords {
  const languages = byLanguage(import.meta.glob<StageWords>('../core/i18n/languages/*.ts', { eager: true, import: 'stage' }))
  return wordsOf(languages, chooseLanguage([tag], languages)).words
}

function byLanguage<Part>(files: Readonly<Record<string, Part>>): Readonly<Record<string, Part>> {
  return Object.fromEntries(Object.entries(files).map(([file, part]) => [file.slice(file.lastIndexOf('/') + 1, -'.ts'.length), part]))
}

function wordsOf<Part>(languages: Readonly<Record<string, Part>>, lang: string): { readonly lang: string; readonly words: Part } {
  const words = languages[lang]
  if (!words) throw new Error(`no words in ${lang}`)
  return { lang, words }
}
