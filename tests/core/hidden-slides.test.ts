import { expect, test } from 'vitest'
import { composeText } from '../support/compose-text.ts'

const TEXT = [
  '# Start\n\n[TOC]\n\n[last](#/2)',
  '<!-- .slide: data-visibility="hidden" -->\n\n# Secret\n\n![x](./secret.png)\n\n<style>h1 { color: rebeccapurple }</style>\n\n[^1]: x\n\nNote: private',
  '# Stack\n\n----\n\n<!-- .slide: data-visibility="hidden" data-background="./wall.png" -->\n\n# Confidential',
  '<!-- .slide: data-visibility="hidden" -->\n\nonly hidden\n\n----\n\n<!-- .slide: data-visibility="hidden" -->\n\nbelow',
  '<!-- .slide: data-visibility="uncounted" -->\n\n# Last\n\n![last](./last.png)',
].join('\n\n---\n\n')
const FILES = ['secret.png', 'wall.png', 'last.png']

const compose = (site: string) => composeText(TEXT, { files: FILES, site })

test('a hidden slide is in nothing that is published, and the others are numbered without it', () => {
  const { page, reading, summary, details, assets, slides, found } = compose('')
  const all = JSON.stringify([page, reading, details, summary])
  expect(all).not.toMatch(/secret|confidential|only hidden|private|rebeccapurple|wall/i)
  expect(assets).toEqual(['last.png'])
  expect(slides).toContain('<a href="#/1">Stack</a></li><li><a href="#/2">Last</a>')
  // A column of which one slide is left is no stack.
  expect(page).not.toContain('class="stack"')
  expect(found).toEqual([])
  expect([summary.slides, summary.lines.length]).toEqual([2, 3])
  expect(summary.isWithoutSource).toBe(true)
  expect(page).not.toContain('text/markdown')
})

test('a site that asks for them shows hidden slides like all others', () => {
  const { page, assets, slides, summary } = compose('showHiddenSlides: true')
  expect(page).not.toContain('data-visibility="hidden"')
  expect(assets).toEqual(FILES)
  expect(slides).toContain('<a href="#/1">Secret</a></li>')
  expect(summary.slides).toBe(6)
  expect(summary.isWithoutSource).toBeUndefined()
})

test('a deck whose slides are all hidden has one empty slide', () => {
  const { page, summary } = composeText('<!-- .slide: data-visibility="hidden" -->\n# A')
  expect(page).not.toContain('>A<')
  expect(page).toContain('<section><div></div></section>')
  expect(summary.slides).toBe(1)
})
