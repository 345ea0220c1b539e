import { describe, expect, test } from 'vitest'
import { rendererNeeds } from '../../src/node/compose/load-renderers.ts'
import { composeText } from '../support/compose-text.ts'
import { readSlides } from '../support/read-slides.ts'
import { mustEnd } from '../support/record-reports.ts'

describe('what the parser moves out of a table stays on its slide', () => {
  test.each(['- <table><div>\n- ', '<h1><table><h2>', '<dt><a><table><a><dt>', '<a><table><a>'])('%j', (slide) => {
    const { slides } = readSlides(composeText(`${slide}\n\n---\n\nlast\n`).page)
    expect(slides).toHaveLength(2)
    expect(slides[1]?.text).toBe('last')
  })
})

test.each([
  ['formulas that are never closed', '\\\\[ '.repeat(24_000)],
  ['a formula that repeats a long name', `$\\def\\a{${'x'.repeat(2500)}}${'\\a'.repeat(990)}$`],
  ['a very long abbreviation', `*[${'a'.repeat(40_000)}]: x\n\naa`],
  ['a style sheet of media queries in each other', `<style>${'@media all{'.repeat(8000)}</style>`],
  ['a style sheet of rules in each other', `<style>${'&{'.repeat(40_000)}</style>`],
  ['a style attribute of brackets', `<p style="width:${'calc('.repeat(15_000)}">x</p>`],
  ['a comment with a style of brackets', `x <!-- .element: style="width:${'('.repeat(50_000)}" -->`],
])('a deck with %s ends without a fault of ours', (_, text) => {
  mustEnd(() => composeText(text))
})

test.each([
  ['its brackets are nested too deeply', `${'@media all{'.repeat(51)}${'}'.repeat(51)}`],
  ['more than 200 parts of it are not CSS', '.a{color red}\n'.repeat(300)],
])('a style sheet is left out, and named, where %s', (why, css) => {
  const { found } = composeText(`---\ntype: slide\n---\n\n<style>\n${css}\n</style>\n`)
  expect(found.filter(({ code }) => code === 'css-removed').map(({ message }) => message)).toEqual([
    `"<style>" is removed from the CSS: ${why}`,
  ])
})

test.each(['`'.repeat(100_000), '`'.repeat(32_000) + '\n'.repeat(32_000)])('what a deck may need is found quickly', (text) => {
  mustEnd(() => rendererNeeds(text))
})
