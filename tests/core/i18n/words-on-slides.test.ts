import { describe, expect, test } from 'vitest'
import { diagramLabel } from '../../../src/core/diagrams/diagram-label.ts'
import { LANGUAGES } from '../../../src/core/i18n/words-in.ts'
import { composeText } from '../../support/compose-text.ts'

const CONTENT = `- [x] a
- [ ] b

:::spoiler
c
:::

{%youtube aaaaaaaaaaa %}

\`\`\`mermaid
graph TD
  A-->B
\`\`\`
`

const SITE = 'embeds: [www.youtube-nocookie.com]\n'

describe('the words that Hedgerow adds to slides', () => {
  test.each([
    ['en', ['done', 'to do', '<summary>More</summary>', 'YouTube video aaaaaaaaaaa (from www.youtube-nocookie.com)', 'Flowchart']],
    ['de', ['erledigt', 'offen', '<summary>Mehr</summary>', 'YouTube-Video aaaaaaaaaaa (von www.youtube-nocookie.com)', 'Flussdiagramm']],
    ['fr', ['fait', 'à faire', '<summary>Voir plus</summary>', 'Vidéo YouTube aaaaaaaaaaa (sur www.youtube-nocookie.com)', 'Logigramme']],
  ])('are in %s on a deck in that language, or of a site in it', (lang, [done, toDo, ...others]) => {
    const deck = composeText(`---\nlang: ${lang}-CH\n---\n\n${CONTENT}`, { site: SITE })
    const site = composeText(CONTENT, { site: `${SITE}lang: ${lang}\n` })
    for (const { slides } of [deck, site])
      for (const text of [`aria-label="${done}"`, `aria-label="${toDo}"`, ...others]) expect(slides).toContain(text)
  })

  test('are English on a deck in a language without any', () => {
    expect(composeText(`---\nlang: pt\n---\n\n${CONTENT}`).slides).toContain('aria-label="to do"')
  })
})

test.each([
  ['mermaid', 'gantt', ['Gantt-Diagramm', 'Diagramme de Gantt']],
  ['mermaid', 'erDiagram', ['Entity-Relationship-Diagramm', 'Diagramme entité-association']],
  ['mermaid', 'stateDiagram-v2', ['Zustandsdiagramm', 'Diagramme d’états']],
  ['mermaid', 'timeline', ['Zeitleiste', 'Frise chronologique']],
  ['mermaid', 'block', ['Diagramm', 'Diagramme']],
  ['graphviz', 'digraph { a }', ['Graph', 'Graphe']],
  ['abc', 'K:G', ['Noten', 'Partition']],
] as const)('%s %j is called %j', (tool, source, labels) => {
  expect([LANGUAGES.de, LANGUAGES.fr].map(({ diagrams }) => diagramLabel(tool, source, diagrams))).toEqual(labels)
})

test('each language has twelve months, and no name means two of them', () => {
  const numbers = new Map<string, Set<number>>()
  for (const { months } of Object.values(LANGUAGES)) {
    expect(months).toHaveLength(12)
    for (const [index, names] of months.entries())
      for (const name of names.split(' ')) numbers.set(name, (numbers.get(name) ?? new Set()).add(index))
  }
  expect([...numbers].filter(([, found]) => found.size > 1)).toEqual([])
})
