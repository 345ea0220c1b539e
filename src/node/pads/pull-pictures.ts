import type { FileAddress } from '../../core/pads/file-addresses.ts'

/** A file that decks load from elsewhere, and what a pull did about it. */
export interface PulledPicture {
  readonly url: string
  /** `waiting`: its host was not named. */
  readonly state: 'brought' | 'present' | 'gone' | 'refused' | 'waiting'
  /** Path in the folder of decks, if it is there now. */
  readonly path?: string
  /** Why it was refused. */
  readonly why?: string
  /** The decks and lines that need it. */
  readonly needed: readonly { readonly file: string; readonly line: number }[]
}

/** What a pull of pictures has done. */
export interface PicturePull {
  readonly pictures: readonly PulledPicture[]
  /** Paths of the decks that were rewritten, or would be. */
  readonly changed: readonly string[]
  /** Decks that could not be read or written, and why. */
  readonly failed: readonly { readonly file: string; readonly why: string }[]
}

export type { FileAddress }
