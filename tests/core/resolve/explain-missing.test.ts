import { describe, expect, test } from 'vitest'
import { composeText } from '../../support/compose-text.ts'

const files = [
  'talks/Photo.PNG',
  'talks/chart.png',
  'talks/fig1.png',
  'talks/img/deep.png',
  'talks/a/logo.png',
  'talks/b/logo.png',
  'talks/Paper.pdf',
]

const messageOf = (markdown: string) =>
  composeText(markdown, { path: 'talks/deck.md', files })
    .found.filter(({ code }) => code !== 'image-alt')
    .map(({ code, message, edits }) => [code, message, edits?.[0]?.text].filter((part) => part !== undefined).join(' | '))

describe('of a file that is not there', () => {
  test.each([
    ['![](photo.png)', 'asset-missing | file not found: photo.png; did you mean "Photo.PNG"? | Photo.PNG'],
    ['<img src=photo.png>', 'asset-missing | file not found: photo.png; did you mean "Photo.PNG"? | Photo.PNG'],
    ['![](deep.png)', 'asset-missing | file not found: deep.png; did you mean "img/deep.png"?'],
    ['![](chrat.png)', 'asset-missing | file not found: chrat.png; did you mean "chart.png"?'],
    ['![](chart.jpeg)', 'asset-missing | file not found: chart.jpeg; did you mean "chart.png"?'],
    ['[paper](paper.pdf)', 'link-missing | broken link: paper.pdf is not in the site; did you mean "Paper.pdf"? | Paper.pdf'],
  ])('%s, the message names the one that was meant', (markdown, message) => {
    expect(messageOf(markdown)).toEqual([message])
  })

  test.each(['![](fig2.png)', '![](logo.png)', '![](other.png)'])('%s, it guesses nothing', (markdown) => {
    expect(messageOf(markdown).join()).toMatch(/^asset-missing \| file not found: \w+\.png$/)
  })
})

describe('of a kind that no browser shows', () => {
  test.each([
    '![](a.heic)',
    '![](b/a.MOV)',
    '<video src="a.mkv"></video>',
    '<audio src="a.wma"></audio>',
    '![](a.psd)',
    '![](Paper.pdf)',
    '![](a.tif "title" =20x)',
  ])('%s is not "not found"', (markdown) => {
    expect(messageOf(markdown).join()).toMatch(/^asset-format \| a slide cannot show \.\w+ files: /)
  })
})

test('an address with spaces in angle brackets or with another meaning is left alone', () => {
  for (const markdown of ['![](<a b.png>)', '[a](b c) (d.png)', '![a](b c)', '`![a](b c.png)`', '![a](b c.png\nd)'])
    expect(messageOf(markdown).join()).not.toContain('address-spaces')
})

test('many addresses that are none are read in time', () => {
  expect(composeText('![a](b ((c '.repeat(8000)).slides).toContain('((c')
  expect(composeText(`![a](${' '.repeat(50_000)}b.png`).slides).toContain('b.png')
}, 10_000)
