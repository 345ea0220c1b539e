/** What stands on the first slide. */
export const BEGIN = 'Begin.'
/** What stands on the slide that is edited. */
export const edited = (times) => `Edit ${times}.`

const FIFTH = 4

/** The text of a deck with a mark on its first slide and one on its fifth, which says how often it has been edited; and where that is. */
export function markDeck(deck, times) {
  const [head = ''] = /^---\n[^]*?\n---\n/.exec(deck) ?? []
  const columns = deck.slice(head.length).split(/^---$/m)
  const column = Math.min(FIFTH, columns.length - 1)
  const number =
    columns
      .slice(0, column)
      .join('\n---\n')
      .split(/^-{3,4}$/m).length + (column > 0 ? 1 : 0)
  const marked = columns.with(0, mark(columns[0], BEGIN))
  marked[column] = mark(marked[column], edited(times))
  return { text: head + marked.join('---'), column, number }
}

// Above the heading of the first slide of a column, where it is seen however full the slide is.
function mark(column, words) {
  const [first, ...rest] = column.split(/^----$/m)
  const heading = first.search(/^#{1,6} /m)
  const at = heading < 0 ? first.length : heading
  return [`${first.slice(0, at)}\n${words}\n\n${first.slice(at)}`, ...rest].join('----')
}
