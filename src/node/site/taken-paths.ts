import type { DeckFileOutput, DeckOutput } from '../../core/outputs/deck-outputs.ts'
import { filesOfDeck, pagesOfDeck } from '../../core/outputs/outputs-of-deck.ts'
import { siteAliases } from '../../core/outputs/site-outputs.ts'
import type { DeckSummary } from '../../core/model.ts'
import type { CollectedAssets } from '../assets/collect-assets.ts'
import { foldAddress } from '../content/deck-finder.ts'
import type { Content } from '../content/read-content.ts'

interface Holders {
  readonly decks: readonly Pick<DeckSummary, 'assets'>[]
  /** The files that the site's own pages show. */
  readonly own: Pick<CollectedAssets, 'assets'>
  readonly content: Pick<Content, 'tree'>
}

/** Whether a file that decks, or the site's own pages, show is at the path of an output of a deck. */
export type IsTaken = (output: DeckOutput, id: string) => boolean

/** Finds the outputs of decks whose paths other files of the site have. */
export function takenPaths({ decks, own, content }: Holders): IsTaken {
  const shown = new Set([own, ...decks].flatMap(({ assets }) => assets).map(foldAddress))
  // Pages name their cards before it is known which files the decks of the site show.
  const inFolder = new Set([...content.tree.files].map(foldAddress))
  return ({ name, pathOf }, id) => (name === 'card' ? inFolder : shown).has(foldAddress(pathOf(id)))
}

const MISSING: Readonly<Record<DeckFileOutput['name'], 'card-missing' | 'pdf-missing' | 'single-missing'>> = {
  card: 'card-missing',
  pdf: 'pdf-missing',
  steps: 'pdf-missing',
  handout: 'pdf-missing',
  single: 'single-missing',
}

/** Reports old addresses and outputs of decks whose paths other files of the site have. Conflicts between decks are found by the deck finder. */
export function reportTaken(
  decks: readonly DeckSummary[],
  own: CollectedAssets,
  { content, formats }: { readonly content: Pick<Content, 'options' | 'report' | 'tree'>; readonly formats: readonly string[] | undefined },
): void {
  const { options, report } = content
  for (const { deck, written, isTaken } of siteAliases({ decks, options })) if (isTaken) report('alias-taken', { file: deck.path }, written)
  const isTaken = takenPaths({ decks, own, content })
  for (const { id, path: file } of decks) {
    for (const output of pagesOfDeck(options, formats))
      if (isTaken(output, id)) report('deck-address', { file }, 'another file of the site', output.pathOf(id))
    for (const output of filesOfDeck(options, formats))
      if (isTaken(output, id)) report(MISSING[output.name], { file }, `the site has another file at ${output.pathOf(id)}`)
  }
}
