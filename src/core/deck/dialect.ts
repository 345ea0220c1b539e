import type { Report } from '../diagnostics/diagnostic.ts'
import type { Slide } from '../model.ts'

/** Front matter as it was read: options by name. */
export type FrontMatterData = ReadonlyMap<string, unknown>

/** A Markdown file, before it is known whose deck it is. */
export interface UnknownFile {
  readonly path: string
  readonly data: FrontMatterData
  readonly body: string
}

/** The text below the front matter of a deck of another tool. */
export interface ForeignBody {
  readonly file: string
  readonly lines: readonly string[]
  /** 1-based line of the file on which it begins. */
  readonly firstLine: number
  readonly data: FrontMatterData
  /** 1-based line of an option. */
  readonly lineOf: (option: string) => number
  /** What is written on the line of an option after its name. */
  readonly writtenOf: (option: string) => string
  /** Names something that is not supported, for the one message about the deck. */
  readonly leaveOut: (what: string) => void
  readonly report: Report
}

/** How another tool writes decks. */
export interface Dialect {
  readonly name: 'reveal-md' | 'Marp' | 'Slidev' | 'Quarto'
  readonly recognises: (file: UnknownFile) => boolean
  /** The options of the deck in Hedgerow's terms, those of reveal.js under `slideOptions`; all others have no effect. */
  readonly options: (data: FrontMatterData) => FrontMatterData
  /** Options in its front matter that change what is shown and are not supported, in the words of a message. */
  readonly unsupported: (data: FrontMatterData) => readonly string[]
  /** What works, for the message. */
  readonly works: string
  /** Folders from the root in which it looks for the files of a deck, too, by the deck's path. */
  readonly folders?: (path: string) => readonly string[]
  /** It reads a deck as one text, so that links are defined for all slides. */
  readonly sharesDefinitions?: boolean
  /** The slides in columns, in Hedgerow's syntax and with the lines of the file; without it, separators make them. */
  readonly slides?: (body: ForeignBody) => readonly (readonly Slide[])[]
}

/** The folders around a file, the nearest first; the root is not one of them. */
export function foldersAround(path: string): readonly string[] {
  const names = path.split('/').slice(0, -1)
  return names.map((_, index) => names.slice(0, names.length - index).join('/'))
}

/** Those of the options that are set, in the words of a message. */
export function optionsSet(data: FrontMatterData, names: readonly string[]): readonly string[] {
  const isSet = (value: unknown) =>
    value !== undefined && value !== null && value !== false && !(Array.isArray(value) && value.length === 0)
  return names.filter((name) => isSet(data.get(name))).map((name) => `the option "${name}"`)
}
