const SHORTEST = 4
const ENDINGS = /(?:ern|ers|ens|em|er|en|es|e|n|(?<![aius])s)$/

/** A folded German word without its ending: `häuser` and `haus` give the same. Never shown, so it may be no word. */
export function stemGerman(word: string): string {
  const stem = word.replace(ENDINGS, '')
  // As in Ergebnis and Ergebnisse.
  return stem.length < SHORTEST ? word : stem.replace(/ss$/, 's')
}

/** A folded English word without its endings. */
export function stemEnglish(word: string): string {
  const one = word.replace(/(?<=..)ies$/, 'y').replace(/(?<=ss|x|ch|sh)es$|(?<=[^sui])s$/, '')
  const bare = one.replace(/(?:ing|ed)$/, '')
  const stem = bare.length < SHORTEST - 1 || !/[aeiouy]/.test(bare) ? one : bare
  const single = stem === one ? stem : stem.replace(/([^aeiouls])\1$/, '$1')
  return single.length > SHORTEST ? single.replace(/e$/, '') : single
}
