import { escapeHtml } from '../../escape-html.ts'
import { monthName } from '../../i18n/formats.ts'
import { type TopicEntry, topicRow, type TopicRowContext } from './topic-row.ts'

/** The decks of a topic by year and month, as HTML. */
export function topicSections(entries: readonly TopicEntry[], context: TopicRowContext): string {
  const sections = groupBy(entries, ({ deck }) => deck.date?.slice(0, 'yyyy'.length) ?? '').map(([year, own]) => {
    const id = year === '' ? 'undated' : `year-${year}`
    const months = groupBy(own, ({ deck }) => deck.date?.slice(0, 'yyyy-mm'.length) ?? '')
    return `<section class="topic-year" aria-labelledby="${id}">
<h2 id="${id}">${year === '' ? context.words.index.undated : year}</h2>
${months.map(([month, inMonth]) => monthRows(month, inMonth, context)).join('\n')}
</section>`
  })
  return sections.join('\n')
}

function monthRows(month: string, entries: readonly TopicEntry[], context: TopicRowContext): string {
  const name = month === '' ? '' : `<h3>${escapeHtml(monthName(`${month}-01`, context.lang))}</h3>\n`
  return `<div class="topic-month">\n${name}<ul>\n${entries.map((entry) => topicRow(entry, context)).join('\n')}\n</ul>\n</div>`
}

function groupBy(entries: readonly TopicEntry[], keyOf: (entry: TopicEntry) => string): [string, TopicEntry[]][] {
  const groups = new Map<string, TopicEntry[]>()
  for (const entry of entries) {
    const group = groups.get(keyOf(entry))
    if (group) group.push(entry)
    else groups.set(keyOf(entry), [entry])
  }
  return [...groups]
}
