import type { MarkdownIt } from 'markdown-it'

/** One piece of syntax: teaches it to markdown-it. */
export type Extension = (md: MarkdownIt) => void
