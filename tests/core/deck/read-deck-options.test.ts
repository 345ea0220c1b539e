import { describe, expect, test } from 'vitest'
import { readDeckOptions } from '../../../src/core/deck/read-deck-options.ts'
import { readFrontMatter } from '../../../src/core/deck/read-front-matter.ts'
import { recordReports } from '../../support/record-reports.ts'

function optionsOf(yaml: string) {
  const { report, places, found } = recordReports()
  const options = readDeckOptions(readFrontMatter({ path: 'deck.md', text: `---\n${yaml}\n---\n` }, report), 'deck.md', report)
  return { options, places: places(), messages: found.map(({ message }) => message) }
}

describe('the title', () => {
  test.each([
    ['title: A talk', 'A talk'],
    ['title: 42', '42'],
    ['title: "  padded "', 'padded'],
    ['title: 0', ''],
    ['title: ""', ''],
    ['title: 2024-08-22', ''],
    ['title:', ''],
    ['tags: a', ''],
  ])('of %j is %j', (yaml, title) => {
    expect(optionsOf(yaml)).toMatchObject({ options: { title }, places: [] })
  })

  test('may not be a group', () => {
    expect(optionsOf('title: {a: 1}')).toMatchObject({ options: { title: '' }, places: ['option-type:2'] })
  })
})

describe('decision 23: options of reveal.js', () => {
  test("have HedgeDoc's six defaults, and no others", () => {
    expect(optionsOf('type: slide').options.reveal).toEqual({
      controls: true,
      progress: true,
      slideNumber: true,
      history: true,
      center: true,
      transition: 'none',
    })
  })

  test('that are safe data pass', () => {
    const yaml = 'slideOptions:\n  width: 1280\n  height: 80%\n  autoSlide: 5000\n  slideNumber: c/t\n  transition: fade'
    expect(optionsOf(yaml)).toMatchObject({
      options: { reveal: { width: 1280, height: '80%', autoSlide: 5000, slideNumber: 'c/t', transition: 'fade' } },
      places: [],
    })
  })

  test('that are unknown warn with the nearest name', () => {
    const { options, places, messages } = optionsOf('slideOptions:\n  transiton: fade\n  qqqq: 1')
    expect(places).toEqual(['option-unknown:3', 'option-unknown:4'])
    expect(messages).toEqual(['unknown option "slideOptions.transiton"; did you mean "transition"?', 'unknown option "slideOptions.qqqq"'])
    expect(options.reveal).not.toHaveProperty('transiton')
  })

  test('of a wrong type warn and keep their default', () => {
    const { options, places } = optionsOf('slideOptions:\n  controls: "yes"\n  transition: flip\n  width: wide\n  margin: 7')
    expect(places).toEqual(['option-type:3', 'option-type:4', 'option-type:5', 'option-type:6'])
    expect(options.reveal).toMatchObject({ controls: true, transition: 'none' })
    expect(options.reveal).not.toHaveProperty('width')
  })

  test.each(['plugins', 'dependencies', 'url', 'keyboardCondition', 'autoAnimateMatcher', 'mathjax3', 'multiplex'])(
    '"%s" would bring code and is not taken',
    (name) => {
      const { options, places } = optionsOf(`slideOptions:\n  ${name}: [{src: x.js}]`)
      expect(places).toEqual(['option-not-allowed:3'])
      expect(options.reveal).not.toHaveProperty(name)
    },
  )

  test('with a name of the prototype are unknown', () => {
    const { options, places } = optionsOf('slideOptions:\n  __proto__: {controls: false}\n  constructor: 1\n  toString: 1')
    expect(places).toEqual(['option-unknown:3', 'option-unknown:4', 'option-unknown:5'])
    expect(options.reveal.controls).toBe(true)
  })

  test('that earlier versions knew are passed over', () => {
    expect(optionsOf('slideOptions:\n  display: block\n  previewLinks: true\n  spotlight: {}').places).toEqual([])
  })

  test('with nothing behind the colon are as if they were not there', () => {
    expect(optionsOf('slideOptions:\n  transition:\nlang:')).toMatchObject({ options: { reveal: { transition: 'none' } }, places: [] })
  })

  test('a theme that is no text warns', () => {
    expect(optionsOf('slideOptions:\n  theme: [white]').places).toEqual(['option-type:3'])
  })

  test('are a group', () => {
    expect(optionsOf('slideOptions: white').places).toEqual(['option-type:2'])
  })
})

describe('decision 24: right to left', () => {
  test.each(['dir: rtl', 'slideOptions:\n  rtl: true'])('with %j', (yaml) => {
    expect(optionsOf(yaml).options.reveal.rtl).toBe(true)
  })
})

describe('other options', () => {
  test('tags are a list, or a text with commas', () => {
    expect(optionsOf('tags: a, b;c').options.tags).toEqual(['a', 'b', 'c'])
    expect(optionsOf('tags: [a, 2]').options.tags).toEqual(['a', '2'])
  })

  test('a date without quotes is a date', () => {
    expect(optionsOf('date: 2024-08-22').options.date).toBe('2024-08-22')
  })

  test('a language is checked', () => {
    expect(optionsOf('lang: de-DE')).toMatchObject({ options: { lang: 'de-DE' }, places: [] })
    expect(optionsOf('lang: "\\"><script>"').places).toEqual(['option-type:2'])
  })

  test('decision 7: breaks can be switched off', () => {
    expect(optionsOf('breaks: false').options.breaks).toBe(false)
    expect(optionsOf('title: T').options.breaks).toBe(true)
  })

  test('what other tools keep in front matter is passed over', () => {
    expect(optionsOf('robots: noindex\nGA: UA-1\nauthor: me\nlayout: post').places).toEqual([])
  })

  test('an unknown one warns with the nearest name', () => {
    expect(optionsOf('tilte: T').messages).toEqual(['unknown option "tilte"; did you mean "title"?'])
  })
})
