import { describe, expect, test } from 'vitest'
import { composeText } from '../../support/compose-text.ts'

const OWN = 'deck-state-'
const slide = (states: string, css = '') => `<!-- .slide: data-state="${states}" -->\n\n# A\n\n<style>${css}</style>`
const sheetOf = (text: string) => /<style>@layer deck\{(.*)\}<\/style>/s.exec(composeText(text).page)?.[1]

describe('a state of a slide', () => {
  test.each([
    ['dusk', `${OWN}dusk`],
    ['on-paper print-pdf', `${OWN}on-paper ${OWN}print-pdf`],
    // reveal.js would stop the deck over an empty name.
    ['  beforeprint   keydown ', `${OWN}beforeprint ${OWN}keydown`],
    [' ', ''],
    [`${OWN}dusk`, `${OWN}dusk`],
  ])('%j is given to the page as %j', (written, given) => {
    expect(composeText(slide(written)).slides).toContain(`<section data-state="${given}">`)
  })

  test('is that of a slide alone: no other element is a section', () => {
    expect(composeText('# A\n\n<section data-state="zoomed">x</section>').slides).not.toContain('zoomed')
  })

  test.each([
    ['.dusk h1', `:is(.dusk,.${OWN}dusk) h1`],
    ['body.dusk .box h1', `body:is(.dusk,.${OWN}dusk) .box h1`],
    [':not(.dusk) h1', `:not(:is(.dusk,.${OWN}dusk)) h1`],
    ['.d\\75sk h1', `:is(.d\\75sk,.${OWN}dusk) h1`],
    ['.dusk [title="\\3c /style>"] h1', `:is(.dusk,.${OWN}dusk) [title="\\3c /style>"] h1`],
    ['[data-state=dusk] h1', `:is([data-state=dusk],[data-state="${OWN}dusk"]) h1`],
    ['[data-state~="dusk"] h1', `:is([data-state~="dusk"],[data-state~="${OWN}dusk"]) h1`],
    ['[data-state="dusk dawn"] h1', `:is([data-state="dusk dawn"],[data-state="${OWN}dusk ${OWN}dawn"]) h1`],
    ['[data-state*=usk] h1', '[data-state*=usk] h1'],
    ['[data-state] h1', '[data-state] h1'],
    ['.dawn h1', '.dawn h1'],
  ])('is followed by a style sheet that writes %s', (selector, expected) => {
    expect(sheetOf(slide('dusk', `${selector}{color:red}`))).toBe(`${expected}:where(.slides,.slides *){color:red}`)
  })

  test('leaves the style sheet of a deck without any as it is', () => {
    expect(sheetOf('# A\n\n<style>.dusk h1{color:red}</style>')).toBe('.dusk h1:where(.slides,.slides *){color:red}')
  })
})
