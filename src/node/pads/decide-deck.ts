import { isSameText, type Merge, mergeText, settleClash } from '../../core/pads/merge-text.ts'
import type { DeckOrigin } from '../../core/pads/pads-lock.ts'
import { digestOf } from './pull-state.ts'

/** The versions of a deck by which a pull decides, all with the addresses of files as they are beside the deck. */
export interface DeckVersions {
  /** The pad as it was last pulled; missing if nobody knows. */
  readonly base: string | undefined
  /** The pad that clashed, if the author has resolved that since. */
  readonly resolved: string | undefined
  /** The deck in the folder; missing if it is new. */
  readonly ours: string | undefined
  /** The pad as it is now. */
  readonly theirs: string
  /** The deck did not come from this pad, but says the same. */
  readonly isAdopted: boolean
}

/** What becomes of a deck, and the name of that for its author where it differs. */
export type Decision = Merge & { readonly state?: 'pulled' | 'known' }

/** Decides what becomes of a deck. */
export function decideDeck({ base, resolved, ours, theirs, isAdopted }: DeckVersions): Decision {
  if (ours === undefined) return { kind: 'replaced', text: theirs, state: 'pulled' }
  if (isAdopted) return isSameText(ours, theirs) ? { kind: 'unchanged' } : { ...mergeText({ base: ours, ours, theirs }), state: 'known' }
  if (resolved !== undefined) {
    // What the pad had changed elsewhere was not part of the clash, and is not in the deck yet.
    const settled = base === undefined ? ours : settleClash({ base, ours, theirs: resolved })
    const merge = mergeText({ base: resolved, ours: settled, theirs })
    if ('text' in merge || merge.kind === 'clash' || settled === ours) return merge
    return { kind: merge.kind === 'kept' ? 'merged' : 'replaced', text: settled }
  }
  // Without the text that was pulled last, nobody knows who changed what.
  if (base === undefined) return isSameText(ours, theirs) ? { kind: 'same' } : { kind: 'clash', withOurs: ours, withTheirs: theirs }
  return mergeText({ base, ours, theirs })
}

/** The deck itself, if its text with the addresses of the pad is the one that was pulled. */
export function asPulled(ours: string | undefined, origin: DeckOrigin | undefined): string | undefined {
  if (ours === undefined || origin?.digest === undefined) return undefined
  const text = origin.pictures.reduce((from, picture) => from.replaceAll(addressOf(picture.file), picture.from), ours)
  return digestOf(text) === origin.digest ? ours : undefined
}

/** What a decision changes in the deck; of a clash, the versions that clash. */
export function changeOf(merge: Merge, ours = ''): { readonly before: string; readonly after: string } | undefined {
  if (merge.kind === 'clash') return { before: `${merge.withOurs}\n`, after: `${merge.withTheirs}\n` }
  return 'text' in merge && merge.text !== ours ? { before: ours, after: merge.text } : undefined
}

/** The address of a file beside its deck. */
export const addressOf = (file: string) => file.split('/').map(encodeURIComponent).join('/')
