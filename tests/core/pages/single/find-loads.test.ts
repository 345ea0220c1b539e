import { parseFragment } from 'parse5'
import { expect, test } from 'vitest'
import { elementsBelow } from '../../../../src/core/tree.ts'
import { findLoads } from '../../../../src/core/pages/single/find-loads.ts'

const loads = (html: string) => findLoads(elementsBelow(parseFragment(html)))

test.each([
  ['<img src="a.png">', 'img src'],
  ['<img src="https://a.example/b">', 'img src'],
  ['<video poster="x/a.jpg"></video>', 'video poster'],
  ['<section data-background-image="a.png"></section>', 'section data-background-image'],
  ['<section data-background="a.png"></section>', 'section data-background'],
  ['<section data-background-video="a.mp4"></section>', 'section data-background-video'],
  ['<iframe data-src="a.pdf"></iframe>', 'iframe data-src'],
  ['<a href="https://a.example" data-frame="https://a.example">a</a>', 'a data-frame'],
  ['<link rel="stylesheet" href="a.css">', 'link href'],
  ['<svg><image href="a.png"></image></svg>', 'image href'],
])('%s loads', (html, expected) => {
  expect(loads(html)).toEqual([expected])
})

test.each([
  '<img src="data:image/png;base64,aa">',
  '<img data-src="https://a.example/b.png">',
  '<a href="https://a.example">a</a>',
  '<link rel="canonical" href="https://a.example/">',
  '<link rel="icon" href="data:,">',
  '<section data-background="rgb(1, 2, 3)" data-background-color="#fff"></section>',
  '<svg><use href="#a"></use></svg>',
])('%s does not', (html) => {
  expect(loads(html)).toEqual([])
})
