import { chooseLanguage as chooseFrom } from '../core/i18n/words-in.ts'
import type { StageWords } from '../core/i18n/stage-words.ts'
import type { Words } from '../core/i18n/words.ts'

declare global {
  interface ImportMeta {
    /** Of Vite: the export `import` of each matching file, by its path. */
    glob<T>(files: string, options: { readonly eager: true; readonly import: string }): Readonly<Record<string, T>>
  }
}

/** The language of the user interface, and its words. */
export interface UiLanguage {
  readonly lang: string
  readonly words: Words['viewer']
}

/** Also with the words of the presenter tools and the speaker view. */
export interface StageLanguage extends UiLanguage {
  readonly stage: StageWords
}

// A script must not load the words of all pages, so each function takes one part of each language file.

/** The language of the site, as its pages say it; that of the document in a file on its own; else English. */
export function chooseLanguage(element: Element): UiLanguage {
  const ofSite = element.closest<HTMLElement>('[data-interface]')?.dataset['interface']
  const lang = ofSite ?? element.closest('[lang]')?.getAttribute('lang') ?? ''
  const languages = byLanguage(import.meta.glob<Words['viewer']>('../core/i18n/languages/*.ts', { eager: true, import: 'viewer' }))
  return wordsOf(languages, chooseFrom([lang], languages))
}

/** Adds the words of the presenter tools and the speaker view. */
export function withStageWords(language: UiLanguage): StageLanguage {
  const languages = byLanguage(import.meta.glob<StageWords>('../core/i18n/languages/*.ts', { eager: true, import: 'stage' }))
  return { ...language, stage: wordsOf(languages, chooseFrom([language.lang], languages)).words }
}

function byLanguage<Part>(files: Readonly<Record<string, Part>>): Readonly<Record<string, Part>> {
  return Object.fromEntries(Object.entries(files).map(([file, part]) => [file.slice(file.lastIndexOf('/') + 1, -'.ts'.length), part]))
}

function wordsOf<Part>(languages: Readonly<Record<string, Part>>, lang: string): { readonly lang: string; readonly words: Part } {
  const words = languages[lang]
  if (!words) throw new Error(`no words in ${lang}`)
  return { lang, words }
}
