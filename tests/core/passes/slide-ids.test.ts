import { describe, expect, test } from 'vitest'
import { composeText } from '../../support/compose-text.ts'
import { mustEnd } from '../../support/record-reports.ts'

const idsOf = (...slides: readonly string[]) =>
  [...composeText(['first', ...slides].join('\n\n---\n\n'), { files: ['server-room.jpg'] }).slides.matchAll(/<section(?: id="([^"]*)")?/g)]
    .map(([, id]) => id)
    .slice(1)

describe('the id of a slide', () => {
  test('is its heading; the first slide needs none', () => {
    expect(composeText('# A').slides).toContain('<section>')
    expect(idsOf('# Team IaaS', '## Über uns')).toEqual(['team-iaas', 'uber-uns'])
  })

  test('has the first words of the text where a heading is there twice', () => {
    expect(idsOf('# Agenda\n\nred green blue white', '# Agenda\n\nblack', '# End')).toEqual([
      'agenda-red-green-blue',
      'agenda-black',
      'end',
    ])
  })

  test('is a number more where all that is the same', () => {
    expect(idsOf('# A\n\nb', '# A\n\nb')).toEqual(['a-b', 'a-b-2'])
  })

  test('is what the slide says without a heading, or the name of its image', () => {
    expect(idsOf('one two three four', '![A rack](x.png)', '![](server-room.jpg)', '', '?')).toEqual([
      'one-two-three',
      'a-rack',
      'server-room',
      'slide',
      'slide-2',
    ])
  })

  test('is never a number, which would be a position', () => {
    expect(idsOf('# 2024', '# 7')).toEqual(['slide-2024', 'slide-7'])
  })

  test('is the one that its author gave', () => {
    expect(idsOf('<!-- .slide: id="budget" -->\n\n# Money', '# Budget')).toEqual(['budget', 'budget-2'])
  })

  test('is moved from its own heading, and never that of another element', () => {
    expect(composeText('first\n\n---\n\n# rookify').slides).toContain('<section id="rookify"><div><h1>rookify</h1>')
    expect(idsOf('<p id="a">x</p>', '# A')).toEqual(['x', 'a-2'])
    expect(idsOf('# One\n\n## two', '# Two')).toEqual(['one', 'two-2'])
  })

  test('of three thousand that are alike is found quickly', () => {
    mustEnd(() => idsOf(...Array<string>(3000).fill('# a\n\nb')))
  })
})
