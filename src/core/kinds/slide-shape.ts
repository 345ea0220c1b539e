import type { Element } from '../model.ts'

/** What a slide shows, read in one walk over its tree. */
export interface SlideShape {
  /** What stands below one another, in order; what shows nothing is left out. */
  readonly blocks: readonly Block[]
  /** The first of its headings, wherever it stands. */
  readonly head: Block | undefined
  /** All headings of levels 1 to 3, and the first heading. */
  readonly headings: readonly Block[]
  /** Everything besides these headings. */
  readonly rest: readonly Block[]
  readonly pictures: readonly Picture[]
  /** Links whose text is their address. */
  readonly addresses: readonly BareAddress[]
}

export type BlockKind = 'heading' | 'text' | 'list' | 'quote' | 'table' | 'code' | 'columns' | 'picture' | 'other'

export interface Block {
  readonly kind: BlockKind
  /** Missing for text that is in no element of its own. */
  readonly element?: Element
  /** Of a heading, 1 to 6; else 0. */
  readonly level: number
  /** Its text, if it is a heading or a short paragraph. */
  readonly text: string
  readonly characters: number
  readonly lines: readonly Line[]
  readonly pictures: readonly Picture[]
  /** It shows something that is neither text, code nor a picture, such as a video, a formula or a small picture in a line. */
  readonly hasMedia: boolean
  /** Lines of source code. */
  readonly codeLines: number
  /** It says who speaks. */
  readonly people?: People
}

/** A line of text before it is broken into as many as its room needs. */
export interface Line {
  readonly characters: number
  /** How far below the first level of its list it is; 0 outside lists. */
  readonly depth: number
  /** A paragraph, the first or another item of a list, or what follows a line break. */
  readonly start: 'text' | 'first' | 'item' | 'break'
}

export interface Picture {
  readonly element: Element
  /** Width by height. */
  readonly ratio: number
  /** In pixels: its own, and that which the author wrote. */
  readonly width: number
  readonly writtenWidth?: number | undefined
  /** By its name a photograph and no drawing. */
  readonly isPhoto: boolean
  /** What shows nothing but the picture, if there is such an element: the whole block, or a line of it. */
  readonly holder?: Element | undefined
  /** Of which it is a line. */
  readonly paragraph?: Element | undefined
  /** There is text in its block. */
  readonly isInText: boolean
}

/** A link whose text is its address: it begins with that many characters of the scheme. */
export interface BareAddress {
  readonly link: Element
  readonly scheme: number
}

/** A paragraph such as "Report by Ada": it begins with that many characters that name the role. */
export interface People {
  readonly role: number
}
