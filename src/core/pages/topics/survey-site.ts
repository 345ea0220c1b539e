import type { DeckSummary, Site } from '../../model.ts'
import { seriesFolder } from '../series.ts'
import { compare } from '../newest-first.ts'
import { RECURRING } from './count-headings.ts'
import { headingReader } from './headings-of.ts'
import { normalForm } from './normal-form.ts'
import type { RankedHeading } from './rank-headings.ts'
import { recurringTopics, type Topic } from './recurring-topics.ts'
import { type FirstTopics, type SeriesTopics, seriesTopics, type UniqueTopics } from './unique-topics.ts'

/** What is only in one deck of a site, and what recurs in it. */
interface Survey {
  readonly uniqueOf: (deck: Pick<DeckSummary, 'path'>) => UniqueTopics
  readonly leading: SeriesTopics['leading']
  readonly topics: readonly Topic[]
}

type SurveyedSite = Pick<Site, 'options' | 'decks'>

// Several pages of a site ask, and none changes it: to read ten thousand outlines once for each would take seconds.
const surveys = new WeakMap<SurveyedSite, Survey>()

/** What a row says of each deck: what no other deck of its series has. */
export function uniqueOf(site: SurveyedSite): (deck: Pick<DeckSummary, 'path'>) => UniqueTopics {
  return surveySite(site).uniqueOf
}

/** At most `most` headings that only this deck has, in its order, with their slides: those that say most, where there are more. */
export function leadingHeadings(site: SurveyedSite, deck: DeckSummary, most: number): readonly RankedHeading[] {
  return surveySite(site).leading(deck, most)
}

/** The topics that recur in a site, the most frequent first. */
export function topicsOf(site: SurveyedSite): readonly Topic[] {
  return surveySite(site).topics
}

function surveySite(site: SurveyedSite): Survey {
  const known = surveys.get(site)
  if (known) return known
  const { options, decks } = site
  const synonyms = new Map(options.topics.synonyms.flatMap(({ name, others }) => others.map((other) => [normalForm(other), name])))
  const read = headingReader(synonyms)
  const series = new Map<string, DeckSummary[]>()
  for (const deck of decks) {
    const folder = seriesFolder(deck.id)
    const others = series.get(folder)
    if (others) others.push(deck)
    else series.set(folder, [deck])
  }
  const firsts: FirstTopics = new Map()
  const sorted = [...series].toSorted(([one], [other]) => compare(one, other))
  const found = new Map(sorted.map(([folder, inside]) => [folder, seriesTopics(inside, read, firsts)]))
  const rows = new Map([...found.values()].flatMap(({ rows: own }) => [...own]))
  const counts = [...found.values()].map((one) => one.counts)
  const survey: Survey = {
    uniqueOf: ({ path }) => rows.get(path) ?? { rest: [], titleFirst: false },
    leading: (deck, most) => found.get(seriesFolder(deck.id))?.leading(deck, most) ?? [],
    topics: recurringTopics(decks, read, {
      seriesOf: ({ id }) => seriesFolder(id),
      mayRecur: (key) => counts.reduce((sum, { withHeading }) => sum + withHeading(key), 0) > RECURRING,
    }),
  }
  surveys.set(site, survey)
  return survey
}
