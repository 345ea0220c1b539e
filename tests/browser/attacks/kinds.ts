import type { Attack } from '../../support/read-attacks.ts'
import type { Outcome } from './watch-attacks.ts'

/** What of an outcome is the harm that a kind of attack is after; `strange` is what has changed outside the slides. */
export type Harm = (outcome: Outcome, strange: readonly string[]) => readonly string[]

const runs: Harm = ({ scripts }) => scripts
const asks: Harm = ({ contacts }) => contacts
const runsOrAsks: Harm = ({ scripts, contacts }) => [...scripts, ...contacts]
const asksOrCovers: Harm = ({ scripts, contacts }, strange) => [...scripts, ...contacts, ...strange]
const breaks: Harm = ({ isReady, lost }) => [...lost, ...(isReady ? [] : ['the deck did not start'])]

/** Kinds that do harm in a browser as soon as nothing is cleaned and there is no policy. */
export const seenWithoutDefence: Readonly<Record<string, Harm>> = {
  html: runsOrAsks,
  'svg-inline': runsOrAsks,
  mxss: runs,
  url: runs,
  markdown: runsOrAsks,
  embed: runsOrAsks,
  privacy: asks,
  comment: runsOrAsks,
  dataattr: (outcome, strange) => [...asksOrCovers(outcome, strange), ...breaks(outcome, strange)],
  css: asksOrCovers,
  clobber: breaks,
}

/** Kinds that a browser shows nothing of, even without defence, and what stops them. */
export const notSeenInPages: Readonly<Record<string, string>> = {
  encoding: 'what they hide in odd bytes is no tag to a browser that is told the encoding',
  code: 'the renderer of markdown escapes code, whoever cleans it afterwards',
  frontmatter: 'each option is checked by itself and escaped where it is inserted; none passes through the sanitiser',
  yaml: 'they are after the reader of front matter, and end while building',
  terminal: 'they are after the terminal: the printer of messages escapes',
  path: 'they are after files of the machine: a build publishes none from outside the root',
  ssrf: 'they are after the network of the machine that builds: a build asks for nothing',
  asset: 'their harm is in files beside the deck, which are looked at where they are built',
  mermaid: 'what is drawn is cleaned after drawing, by another cleaner; they are looked at where they are built',
  math: 'the renderer of formulas trusts no formula, and what it makes is not cleaned afterwards',
  dos: 'they are after time and memory; their pages are opened where they are built',
}

/** Kinds that need a folder or a tool. */
export const triedWhereBuilt: ReadonlySet<string> = new Set(['path', 'ssrf', 'asset', 'mermaid', 'dos'])

export function hasFrontMatter({ markdown }: Attack): boolean {
  return /^\uFEFF?---/.test(markdown)
}
