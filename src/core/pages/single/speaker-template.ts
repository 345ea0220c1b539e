import { wordsIn } from '../../i18n/words-in.ts'

/** The page of the speaker view in a deck that is a single file, where it waits until the address asks for it. */
export function speakerTemplate({ css, lang }: { readonly css: string; readonly lang: string }): string {
  const { speaker } = wordsIn([lang]).words.stage
  return `<template class="speaker-page"><style>${css}</style><main class="speaker"><h1>${speaker}</h1></main></template>\n`
}
