import type { DefaultTreeAdapterTypes } from 'parse5'
import type { SourceLocation } from './diagnostics/diagnostic.ts'
import type { DeckOptions } from './config/deck-options.ts'
import type { DiagramTool } from './diagram.ts'
import type { PictureCopies } from './picture.ts'
import type { WrittenAddress } from './shared/written-address.ts'

export type { DiagramTool, DrawnDiagram } from './diagram.ts'
export type { DeckDetails, DeckSummary, Site } from './site.ts'
export type { PictureCopies, PictureCopy, PictureDefect, PictureSize } from './picture.ts'
export type { Urls } from './urls.ts'
export type { Canvas, ClientBundle, InlineScript, ScriptFile, StyleBundle } from './client-bundle.ts'

/** A text file of the content root. */
export interface SourceFile {
  /** `/`-separated, relative to the content root. */
  readonly path: string
  readonly text: string
}

/** The files below the content root that a site is made of. */
export interface SourceTree {
  /** The content root's own name: the id of a deck that is its `index.md`. */
  readonly name: string
  /** Paths of the markdown files, sorted. */
  readonly documents: readonly string[]
  /** Paths of all files that a deck may refer to, sorted: pictures, media, PDF. */
  readonly files: ReadonlySet<string>
}

/** A deck as its author wrote it, split into slides. */
export interface Deck {
  /** The page's address without `.html`. */
  readonly id: string
  readonly source: SourceFile
  readonly options: DeckOptions
  /** Folders in which the tool of the deck looks for files, too. */
  readonly folders?: readonly string[] | undefined
  /** The brand composes its slides for the size that `options.reveal` has. */
  readonly isComposed?: true
  /** reveal.js's two dimensions: columns from left to right, the slides of each from top to bottom. */
  readonly columns: readonly (readonly Slide[])[]
}

/** One slide in markdown. */
export interface Slide extends Passage {
  readonly notes?: Passage
  /** What belongs to the slide and is written elsewhere in the file: directives, a style sheet, a header or footer. */
  readonly attached?: readonly AttachedPassage[]
}

/** A passage whose attributes are those of a slide, and whose content is before or after that of the slide. */
export interface AttachedPassage extends Passage {
  readonly position: 'before' | 'after'
}

/** A piece of markdown and the 1-based line of the source on which it begins. */
export interface Passage {
  readonly markdown: string
  readonly line: number
  /** A class of its slide, to which style blocks with `scoped` are confined. */
  readonly styleClass?: string | undefined
}

/** parse5's tree: what the sanitiser returns and every later stage reads. */
export type Tree = DefaultTreeAdapterTypes.DocumentFragment
export type Element = DefaultTreeAdapterTypes.Element
export type Node = DefaultTreeAdapterTypes.ChildNode

/** One slide as a tree. */
export interface RenderedSlide {
  readonly attributes: Readonly<Record<string, string>>
  readonly tree: Tree
  readonly notes?: Tree
  /** First heading, else the first words; empty on an empty slide. */
  readonly title: string
  readonly line: number
  /** 1-based source lines of the elements of `tree` and `notes`. */
  readonly lines: ReadonlyMap<Node, number>
}

/** A diagram that its slide still shows as source. */
export interface OpenDiagram {
  readonly tool: DiagramTool
  /** In the language of the tool. */
  readonly source: string
  /** Its label for screen readers. */
  readonly label: string
  /** Contains the source, and later the SVG. */
  readonly element: Element
  /** Line of the deck on which the source starts; errors count from there. */
  readonly line: number
}

/** A style sheet as its author wrote it, and its 1-based first line. */
export interface WrittenSheet {
  readonly css: string
  readonly line: number
}

/** An unclosed tag, or comment if it has no tag name: its text, and its 1-based line. */
export interface OpenTag {
  readonly tagName?: string
  readonly written: string
  readonly line: number
}

/** A picture of the site that a deck shows, and the line that shows it. */
export interface ShownPicture {
  readonly path: string
  /** Missing if it is the background of a slide. */
  readonly element?: Element
  readonly line: number
}

/** A link of a deck to another server. */
export interface OutsideLink {
  readonly address: string
  readonly location: SourceLocation
}

/** A deck after rendering, as its page shows it. */
export interface RenderedDeck {
  readonly deck: Deck
  readonly title: string
  readonly columns: readonly (readonly RenderedSlide[])[]
  /** The authors' style sheets, cleaned and scoped. */
  readonly css: string
  /** The same, as written. */
  readonly sheets: readonly WrittenSheet[]
  readonly openTags: readonly OpenTag[]
  /** In the order of the deck, with duplicates. */
  readonly pictures: readonly ShownPicture[]
  /** Images without alternative text of their author, which have another one. */
  readonly named: ReadonlySet<Element>
  /** Paths of the files that the page needs, relative to the content root. */
  readonly assets: ReadonlySet<string>
  /** Sources of frames, as a content security policy names them. */
  readonly frameSources: ReadonlySet<string>
  /** The page loads pictures or media from other servers. */
  readonly loadsRemote: boolean
  /** The page needs the style sheet of formulas. */
  readonly hasMath: boolean
  readonly diagrams: readonly OpenDiagram[]
  /** Its links to other servers, in order. */
  readonly outside: readonly OutsideLink[]
  /** All its addresses, in order. */
  readonly addresses: readonly WrittenAddress[]
  /** Of the pictures that have any; missing if none has. */
  readonly copies?: PictureCopies | undefined
  /** Its source is not published: it contains hidden slides, or notes that are not published and may not all be known as such. */
  readonly isWithoutSource?: true | undefined
}

export interface EmittedFile {
  readonly path: string
  readonly content: string | Uint8Array
}
