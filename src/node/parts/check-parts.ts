import { deckId } from '../../core/deck/deck-id.ts'
import type { DeckSummary } from '../../core/model.ts'
import type { MadeDeck, OpenSite } from '../site/compose-site.ts'
import { splitDecks } from '../content/split-decks.ts'
import { type FoundPart, PartRefused, type PartOrigin, type PartSettings, SITE_FOLDER } from './part-file.ts'

/** Sorts parts by their numbers. Throws `PartRefused` if they are not all parts of one site, each once, made by this version. */
export function sortParts(
  parts: readonly FoundPart[],
  version: string,
): { readonly parts: readonly FoundPart[]; readonly settings: PartSettings } {
  const [first] = parts
  if (!first) throw new PartRefused('there is no part to merge')
  const { count } = first.shard
  for (const { folder, origin, shard } of parts) {
    if (origin.version !== version)
      throw new PartRefused(`"${folder}" was made by Hedgerow ${origin.version}, and this is ${version}; build all parts again`)
    if (shard.count !== count) throw new PartRefused(`"${folder}" is one of ${shard.count} parts, and "${first.folder}" one of ${count}`)
    if (JSON.stringify(origin.settings) !== JSON.stringify(first.origin.settings))
      throw new PartRefused(`"${folder}" and "${first.folder}" were built with other options, or on other days; build all parts again`)
  }
  const sorted = parts.toSorted((one, other) => one.shard.number - other.shard.number)
  for (let number = 1; number <= count; number += 1) {
    const [found, other] = sorted.filter(({ shard }) => shard.number === number)
    if (!found) throw new PartRefused(`part ${number} of ${count} is missing`)
    if (other) throw new PartRefused(`"${found.folder}" and "${other.folder}" are both part ${number} of ${count}`)
  }
  return { parts: sorted, settings: first.origin.settings }
}

/** Throws `PartRefused` if a part was not made of these decks, or has files that no part can have. */
export function checkPart({ folder, shard, decks, files, origin }: FoundPart, site: OpenSite, own: PartOrigin): void {
  if (origin.client !== own.client)
    throw new PartRefused(`"${folder}" was made with other themes, or another build of Hedgerow ${own.version}; build all parts again`)
  if (origin.source !== own.source)
    throw new PartRefused(`"${folder}" was made of other decks or options than "${site.content.root}" has; build all parts again`)
  const paths = site.wanted.map(({ path }) => path)
  const wanted = splitDecks(paths, shard)
  const refuse = (what: string) => {
    throw new PartRefused(`"${folder}" has ${what}; build the part again`)
  }
  if (JSON.stringify(decks.map(({ path }) => path)) !== JSON.stringify(paths.filter((path) => wanted.has(path)))) refuse('other decks')
  for (const deck of decks) if (!isOf(deck, site.content.tree.name)) refuse(`no valid summary of ${deck.path}`)
  for (const file of files.keys()) if (!isPlainPath(file)) refuse(`a file with an invalid path: ${file}`)
}

function isOf({ path, summary, diagnostics }: MadeDeck, root: string): boolean {
  if (!Array.isArray(diagnostics)) return false
  return summary === undefined || (summary.path === path && summary.id === deckId(path, root) && isSummary(summary))
}

function isSummary({ title, tags, authors, lines, headings, assets, slides }: DeckSummary): boolean {
  const lists = [tags, authors, headings, assets]
  return (
    typeof title === 'string' &&
    typeof slides === 'number' &&
    Array.isArray(lines) &&
    lists.every((list) => Array.isArray(list) && list.every((each) => typeof each === 'string'))
  )
}

// It is in the folder for the site, or for what the index shows, on any system.
function isPlainPath(file: string): boolean {
  const isOdd = (name: string) => name === '' || name.startsWith('.') || /[\0\\]/.test(name)
  return (file.startsWith(`${SITE_FOLDER}/`) || file.startsWith('details/')) && !file.split('/').some(isOdd)
}
