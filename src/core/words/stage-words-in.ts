import { stageDe } from './stage-de.ts'
import { stageEn } from './stage-en.ts'
import type { StageWords } from './stage-words.ts'

const languages: Readonly<Record<string, StageWords>> = { en: stageEn, de: stageDe }

/** The words in a language that `wordsIn` has chosen. */
export function stageWordsIn(lang: string): StageWords {
  return languages[lang] ?? stageEn
}
