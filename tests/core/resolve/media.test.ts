import { describe, expect, test } from 'vitest'
import { composeText } from '../../support/compose-text.ts'

const files = ['clip.mp4', 'clip.webm', 'song.mp3', 'clip.vtt', 'still.png', 'my clip.mp4']
const compose = (markdown: string) => {
  const { slides, assets, reading, places } = composeText(markdown, { files })
  return { slides: /<div>\s*(.*?)\s*<\/div>/s.exec(slides)?.[1]?.replace(/<\/?p>/g, ''), assets, reading, places: places() }
}

describe('a video or a sound plays', () => {
  test.each([
    ['![A tour](clip.mp4)', '<video src="clip.mp4" aria-label="A tour" controls="" preload="metadata"></video>', ['clip.mp4']],
    [
      '![A tour](<my clip.mp4> =640x)',
      '<video src="my%20clip.mp4" width="640" aria-label="A tour" controls="" preload="metadata"></video>',
      ['my clip.mp4'],
    ],
    ['![](song.mp3#t=1,2)', '<audio src="song.mp3#t=1,2" controls="" preload="metadata"></audio>', ['song.mp3']],
    [
      '<video><source src="clip.webm" type="video/webm"><source src="clip.mp4"></source></video>',
      '<video controls=""><source src="clip.webm" type="video/webm"><source src="clip.mp4"></video>',
      ['clip.webm', 'clip.mp4'],
    ],
    [
      '<video src="clip.mp4" poster="still.png" controls><track src="clip.vtt" kind="captions" srclang="en" default></video>',
      '<video src="clip.mp4" poster="still.png" controls=""><track src="clip.vtt" kind="captions" srclang="en" default=""></video>',
      ['clip.mp4', 'still.png', 'clip.vtt'],
    ],
    [
      '<video src="clip.mp4" autoplay muted loop></video>',
      '<video src="clip.mp4" muted="" loop="" data-autoplay=""></video>',
      ['clip.mp4'],
    ],
    ['<audio src="song.mp3" autoplay></audio>', '<audio src="song.mp3" controls="" data-autoplay=""></audio>', ['song.mp3']],
  ])('%s', (markdown, html, assets) => {
    const found = compose(markdown)
    expect({ slides: found.slides, assets: found.assets, places: found.places }).toEqual({ slides: html, assets, places: [] })
    expect(found.reading).toContain('controls')
  })

  test('of another server does not, in whatever element', () => {
    for (const markdown of [
      '<video><source src="https://evil.example/a.mp4"></video>',
      '<audio><source src="//evil.example/a.mp3"></audio>',
      '<video><track src="https://evil.example/a.vtt"></video>',
      '<source src="https://evil.example/a.mp4">',
      '![](https://evil.example/a.mp4)',
      '<video><source srcset="https://evil.example/a.mp4" src="javascript:alert(1)" onerror="alert(1)"></video>',
    ]) {
      const { slides, reading } = compose(markdown)
      expect(`${slides} ${/<main.*<\/main>/s.exec(reading)?.[0]}`).not.toMatch(/ (src|srcset|poster|onerror)=/)
    }
  })
})
