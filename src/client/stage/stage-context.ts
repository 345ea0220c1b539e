import type { RevealApi } from 'reveal.js'
import type { actionAt, ActionAt, keyOf } from '../keys.ts'
import type { UiLanguage } from '../viewer/ui-language.ts'

/** What the presenter tools get from the deck's page. */
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
  /** The page was part of a talk before it was reloaded. */
  | 'rejoin'
  /** The page is in a frame of the speaker view. */
  | 'frame'

export type OpenStage = (context: StageContext) => (action: StageAction) => void

/** The script of the presenter tools sets this for the script of the deck. */
export type StageWindow = typeof globalThis & { hedgerowStage?: OpenStage }
