import { wordsIn } from './words-in.ts'

/** What of a deck can be downloaded as a whole; `{0}` is a size. Apart from the words that every deck loads: the build alone says them. */
interface DownloadWords {
  readonly pdf: string
  readonly single: string
}

const languages: Readonly<Record<string, DownloadWords>> = {
  en: { pdf: 'Download as PDF ({0})', single: 'Download as one file ({0})' },
  de: { pdf: 'Als PDF herunterladen ({0})', single: 'Als eine Datei herunterladen ({0})' },
}

/** These words in a language, or in English. */
export function downloadWordsIn(tag: string): { readonly lang: string; readonly words: DownloadWords } {
  const { lang } = wordsIn([tag])
  const words = languages[lang]
  if (!words) throw new Error(`there are no words for downloads in ${lang}`)
  return { lang, words }
}
