import { describe, expect, test } from 'vitest'
import { composeText } from '../../support/compose-text.ts'
import { mustEnd } from '../../support/record-reports.ts'

const idsOf = (markdown: string) => [...composeText(markdown).slides.matchAll(/<h\d[^>]* id="([^"]*)"/g)].map(([, id]) => id)

describe('decision 19: the id of a heading', () => {
  test.each([
    ['# A talk', 'A-talk'],
    ['## Ü & ß: 日本?', 'Ü--ß-日本'],
    ['# **Bold** `code`', 'Bold-code'],
    ['# 2024', 'h2024'],
    ['# a/b/c', 'abc'],
    ['# <script>', 'script'],
  ])('of %j is %j', (markdown, id) => {
    expect(idsOf(markdown)).toEqual([id])
  })

  test('is there once in a deck', () => {
    expect(idsOf('# a\n\n---\n\n# a\n\n---\n\n# a-1\n\n# a')).toEqual(['a', 'a-1', 'a-1-1', 'a-2'])
  })

  test('is not that of anything else', () => {
    expect(idsOf('<p id="a">x</p>\n\n# a\n\n---\n\n<!-- .slide: id="b" -->\n\n# b')).toEqual(['a-1', 'b-1'])
  })

  test('is the one that its author gave', () => {
    expect(idsOf('# a <!-- .element: id="mine" -->')).toEqual(['mine'])
  })

  test('is not there where nothing is left of the text', () => {
    expect(idsOf('# ?!')).toEqual([])
  })
  test('of twelve thousand that are alike is found quickly', () => {
    mustEnd(() => composeText('# a\n'.repeat(12_000)))
  })
})

describe('[TOC]', () => {
  test('lists the slides, and a heading that a stack repeats once', () => {
    const { slides } = composeText('[TOC]\n\n---\n\n# One\n\n----\n\n# One\n\n----\n\n# More\n\n---\n\n# <b>\n')
    expect(slides.replace(/\n/g, '')).toContain(
      '<div class="toc"><ul><li><a href="#/1">One</a></li><li><a href="#/1/2">More</a></li></ul></div>',
    )
  })
})
