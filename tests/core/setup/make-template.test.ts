import { describe, expect, test } from 'vitest'
import { openDocument } from '../../../src/core/deck/open-document.ts'
import { findSeries, titleWithoutDate } from '../../../src/core/setup/find-series.ts'
import { fillablePlaceholders, makeTemplate } from '../../../src/core/setup/make-template.ts'

const open = (path: string, text: string) => openDocument({ path, text }, () => undefined)

const call = (day: string, topic: string) =>
  open(
    `${day.replaceAll('-', '')}.md`,
    `---
title: Team call ${day}
type: slide
description: ${topic}
aliases: [/${day}.html]
slideOptions:
  theme: white
---

<style>
.reveal h1 { color: red }
</style>

# Team call ${day}

Presented by ${topic}

---

# Team One

- ${topic}

----

## ${topic} in detail

${topic}

---

## Team Two

This call is recorded.

<div class="box">

${topic}

</div>

:::info
${topic}
:::

\`\`\`
# Team Three
\`\`\`

---

# Questions
`,
  )

const calls = [call('2026-01-01', 'alpha'), call('2026-01-08', 'beta'), call('2026-01-15', 'gamma')]

describe('the template of a series', () => {
  test('is the newest deck with what it shares with others', () => {
    expect(makeTemplate(calls)).toBe(`---
title: {{title}}
type: slide
slideOptions:
  theme: white
---

<style>
.reveal h1 { color: red }
</style>

# Team call {{date}}

---

# Team One

-

---

## Team Two

This call is recorded.

-

---

# Questions
`)
  })

  test('needs three decks', () => {
    expect(makeTemplate(calls.slice(1))).toBeUndefined()
  })

  test('needs shared headings', () => {
    const apart = ['1', '2', '3'].map((n) => open(`2026010${n}.md`, `---\ntype: slide\n---\n\n# ${n}\n\n---\n\n## Own ${n}\n`))
    expect(makeTemplate(apart)).toBeUndefined()
  })

  test('from a deck that is copied by hand has the placeholders that are filled, and all else', () => {
    const copied = open('template.md', '---\ntitle: Call\ntype: slide\n---\n\n# Call 202X-XX-XX\n\n---\n\n## Topic\n\n- one\n')
    expect(fillablePlaceholders(copied)).toBe('---\ntitle: {{title}}\ntype: slide\n---\n\n# Call {{date}}\n\n---\n\n## Topic\n\n- one\n')
  })
})

describe('a series', () => {
  test('has the title of at least half of the decks, those with a date, and what is copied', () => {
    const template = open('template.md', '---\ntitle: Team call\ntype: slide\n---\n\n# A\n')
    const other = open('20260201.md', '---\ntitle: Other\ntype: slide\n---\n\n# A\n')
    const series = findSeries([...calls.toReversed(), other, template])
    expect(series.title).toBe('Team call')
    expect(series.dated.map(({ source }) => source.path)).toEqual(['20260101.md', '20260108.md', '20260115.md'])
    expect(series.templates).toEqual([template])
  })

  test('without a common title has all decks with a date', () => {
    const decks = ['B', 'A'].map((title, n) => open(`2026010${n + 1}.md`, `---\ntitle: ${title}\ntype: slide\n---\n\n# A\n`))
    expect(findSeries(decks)).toEqual({ dated: decks, templates: [] })
  })

  test.each([
    ['Team call 2026-01-08', 'Team call'],
    ['20260108 – Team call', 'Team call'],
    ['Treffen am See, 8. Januar 2026', 'Treffen am See'],
    ['2026-01-08', ''],
  ])('is called %j without its date: %j', (title, expected) => {
    expect(titleWithoutDate(title)).toBe(expected)
  })
})
