import type { RevealApi } from 'reveal.js'
import type { actionAt, ActionAt, keyOf } from '../keys.ts'
import type { UiLanguage } from '../viewer/ui-language.ts'

/** What the tools on stage work with: the deck of the page that has asked for them. */
export interface StageContext {
  readonly deck: RevealApi
  readonly language: UiLanguage
  readonly announce: (text: string) => void
  readonly help: () => void
  /** The table of keys, which the page has loaded. */
  readonly actionAt: typeof actionAt
  readonly keyOf: typeof keyOf
  /** Address of the speaker view. */
  readonly speakerPage: string
}

export type StageAction =
  | ActionAt<'T'>
  /** The page was part of a talk before it was loaded again. */
  | 'rejoin'
  /** The page is a picture in the speaker view. */
  | 'frame'

export type OpenStage = (context: StageContext) => (action: StageAction) => void

/** What the script of the tools leaves behind for the script of a deck. */
export type StageWindow = typeof globalThis & { hedgerowStage?: OpenStage }
