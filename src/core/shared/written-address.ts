/** An address of a deck after Markdown and HTML were read, before it is resolved. */
export interface WrittenAddress {
  readonly address: string
  /** Whether a slide shows the file or only links to it. */
  readonly use: 'shown' | 'linked'
  /** 1-based. */
  readonly line: number
}
