import { expect, test } from 'vitest'
import { wordsOf } from '../../../src/core/passes/name-pictures.ts'
import { composeText } from '../../support/compose-text.ts'

test.each([
  ['network-overview_2024', 'network overview 2024'],
  ['NetworkOverview', 'Network Overview'],
  ['IMG_2041', ''],
  ['upload_8f3ab21c9d', ''],
  ['Bildschirmfoto 2024-05-01 um 10.20.30', ''],
  ['deadbeefcafe', ''],
  ['x1', ''],
])('the file name %s says "%s"', (file, words) => {
  expect(wordsOf(file)).toBe(words)
})

const altOf = (markdown: string, site = '') => {
  const { slides } = composeText(`# A\n\n${markdown}`, { files: ['team-photo.png', 'x1.png', 'x.png'], site })
  return [...slides.matchAll(/<img[^>]*>/g)].map(([tag]) => /\balt="([^"]*)"/.exec(tag)?.[1])
}

test.each([
  ['![](team-photo.png)', 'Image: team'],
  ['![](x1.png)', 'Image'],
  ['![](x1.png "The whole team")', 'The whole team'],
  ['![a hedge](x1.png)', 'a hedge'],
  ['[![](x1.png)](https://example.org/x)', 'Image: example.org'],
  ['<figure><img src="x1.png"><figcaption>Our *team*</figcaption></figure>', 'Our *team*'],
  ['<img src="x1.png">', 'Image'],
  ['<img src="x1.png" alt="">', ''],
])('readers hear of the image %s: "%s"', (markdown, alt) => {
  expect(altOf(markdown)).toEqual([alt])
})

test('images without alternative text are named in the language of the deck, and found by nothing that no author wrote', () => {
  expect(altOf('![](x1.png =20x20)', 'lang: de')).toEqual(['Bild'])
  expect(composeText('![](team-photo.png)', { files: ['team-photo.png'] }).details.texts).toEqual([
    { hash: '#/', heading: '', text: '', image: 'team-photo.png' },
  ])
})

test('the text of a background is read, is the name of a slide that is nothing else, and is in the reading view', () => {
  const slide = '<!-- .slide: data-background="./x.png" data-background-alt="A &quot;wide&quot; field" -->'
  const { slides, reading, found } = composeText(`# A\n\n[TOC]\n\n---\n\n${slide}\n\n---\n\n<!-- .slide: data-background="./x.png" -->`, {
    files: ['x.png'],
  })
  expect(slides).toMatch(/<span class="deck-behind" role="img" aria-label="A [^<]*field"><\/span>/)
  expect(slides).toMatch(/>A [^<]*field<\/a>/)
  expect(reading).toMatch(/<img class="hr-picture"[^>]* alt="A [^"]*field"/)
  expect(found.filter(({ code }) => code === 'background-alt').map(({ line }) => line)).toEqual([11])
})
