import type { DiagramTool } from '../../core/model.ts'
import type { FindDeckOfPad } from '../../core/pads/deck-of-pad.ts'
import type { DeckOrigin } from '../../core/pads/pads-lock.ts'
import type { AssetState } from '../assets/asset-state.ts'
import type { PictureFacts } from '../assets/picture-facts.ts'
import type { Included } from './read-included.ts'

/**
 * THE TABLE of what a deck can ask about its site. Its text, the code and these answers determine what is made of it, so nothing else may be
 * asked. Each question has at most one subject, and each answer is a JSON value.
 */
export interface DeckAnswers {
  /** The value of an option of the site. */
  readonly option: (name: string) => unknown
  /** The id of the deck. */
  readonly id: () => string
  /** Whether the site has a file that decks may refer to. */
  readonly file: (file: string) => boolean
  /** A digest of the paths of all of them. */
  readonly files: () => string
  /** A digest of the paths of all Markdown files. */
  readonly documents: () => string
  /** What there is for links at the path of a Markdown file. */
  readonly deck: (file: string) => { readonly id?: string | undefined; readonly isLeftOut: boolean }
  /** The pad that the deck came from. */
  readonly origin: () => Pick<DeckOrigin, 'pad' | 'revision'> | undefined
  /** The deck that came from the pad at an address. */
  readonly deckOfPad: (address: string) => ReturnType<FindDeckOfPad>
  /** Whether the options of the site trust the deck at a path. */
  readonly isTrusted: (file: string) => boolean
  /** Whether feeds can have the content of the deck. */
  readonly isInFeeds: () => boolean
  /** The facts of a picture. */
  readonly picture: (file: string) => PictureFacts
  /** The size of a file in bytes. */
  readonly bytes: (file: string) => number | undefined
  /** The text of a file that the deck includes. */
  readonly included: (file: string) => Included
  /** Whether the site can publish a file. */
  readonly asset: (file: string) => AssetState
}

/** A question of a deck: what it asked for, and of what. */
export interface Question {
  readonly kind: keyof DeckAnswers | 'diagram' | 'copies'
  readonly subject: string
}

/** What a deck has asked, with digests of the answers. */
export interface Trace {
  readonly questions: readonly (readonly [kind: keyof DeckAnswers, subject: string, answer: string])[]
  readonly diagrams: readonly (readonly [tool: DiagramTool, source: string, answer: string])[]
  /** The pictures of which copies were wanted. */
  readonly copies: readonly (readonly [picture: string, answer: string])[]
}
