import fc from 'fast-check'
import { parseFragment, serialize } from 'parse5'
import { describe, expect, test } from 'vitest'
import { cleanDeclarations, cleanStyleSheet, DECK } from '../../src/core/clean/clean-css.ts'
import { cleanSvg } from '../../src/core/clean/clean-svg.ts'
import { createSanitizer } from '../../src/core/clean/sanitize.ts'
import { elementsBelow } from '../../src/core/tree.ts'
import { allowedHtml } from '../support/allowed-html.ts'
import { declarationFaults, sheetFaults } from '../support/css-faults.ts'
import { hostileCss, hostileDeclarations } from '../support/hostile-css.ts'
import { hostileHtml } from '../support/hostile-html.ts'
import { hostileSvg } from '../support/hostile-svg.ts'
import { propertyRuns } from '../support/property-runs.ts'
import { recordReports } from '../support/record-reports.ts'
import { treeFaults } from '../support/tree-faults.ts'

const sanitize = createSanitizer()

function clean(html: string) {
  const { report, found } = recordReports()
  const { tree, css } = sanitize(html, { file: 'deck.md', line: 1, markdown: html }, report)
  const [wrapper] = elementsBelow(tree)
  return { tree, css, found, html: wrapper ? serialize(wrapper) : '' }
}

describe('HTML', () => {
  test('holds nothing but what the policy allows, whatever is written', () => {
    fc.assert(
      fc.property(hostileHtml, (html) => {
        const { tree, css } = clean(html)
        expect(treeFaults(tree)).toEqual([])
        expect(sheetFaults(css)).toEqual([])
      }),
      propertyRuns(2000),
    )
  })

  test('that the policy allows is left as it is', () => {
    fc.assert(
      fc.property(allowedHtml, (html) => {
        const cleaned = clean(html)
        expect(cleaned.found).toEqual([])
        expect(cleaned.html).toBe(html)
      }),
      propertyRuns(300),
    )
  })

  test('that has been cleaned is clean: cleaning it again changes nothing, and there is nothing to say', () => {
    fc.assert(
      fc.property(hostileHtml, (html) => {
        const once = clean(html)
        const twice = clean(once.html)
        expect(twice.found).toEqual([])
        expect(withoutBreaks(twice.html)).toBe(withoutBreaks(once.html))
      }),
      propertyRuns(2000),
    )
  })
})

// A parser drops the line break after <pre>, so that of two one is left, and what is no character of a text.
function withoutBreaks(text: string): string {
  return text.replace(/[\r\n\0]/g, '')
}

describe('a style sheet', () => {
  // Each cleaning confines a selector once more, which changes nothing.
  const unscoped = (css: string) => css.replaceAll(':where(.slides,.slides *)', '')

  test('loads nothing and leaves no slide, whatever is written', () => {
    fc.assert(
      fc.property(hostileCss, (css) => {
        expect(sheetFaults(cleanStyleSheet(css, () => undefined))).toEqual([])
        expect(sheetFaults(cleanStyleSheet(css, () => undefined, DECK))).toEqual([])
        expect(
          sheetFaults(
            cleanStyleSheet(css, () => undefined, 'document'),
            false,
          ),
        ).toEqual([])
      }),
      propertyRuns(2000),
    )
  })

  test('that has been cleaned is clean', () => {
    fc.assert(
      fc.property(hostileCss, (css) => {
        const once = cleanStyleSheet(css, () => undefined)
        const removed: string[] = []
        expect(unscoped(cleanStyleSheet(once, (what) => removed.push(what)))).toBe(unscoped(once))
        expect(removed).toEqual([])
      }),
      propertyRuns(2000),
    )
  })

  test('is the same whatever has been parsed before', () => {
    fc.assert(
      fc.property(hostileCss, hostileCss, (css, before) => {
        const first = cleanStyleSheet(css, () => undefined)
        cleanStyleSheet(before, () => undefined)
        cleanDeclarations('([{'.repeat(300), () => undefined)
        expect(cleanStyleSheet(css, () => undefined)).toBe(first)
      }),
      propertyRuns(500),
    )
  })

  test('of an attribute loads nothing, whatever is written, and is clean once it has been cleaned', () => {
    fc.assert(
      fc.property(hostileDeclarations, (css) => {
        const once = cleanDeclarations(css, () => undefined)
        expect(declarationFaults(once)).toEqual([])
        expect(cleanDeclarations(once, () => undefined)).toBe(once)
      }),
      propertyRuns(2000),
    )
  })
})

describe('a drawing', () => {
  test('holds nothing that runs, loads or leads away, whatever is written', () => {
    fc.assert(
      fc.property(hostileSvg, (svg) => {
        expect(svgFaults(cleanSvg(svg) ?? '')).toEqual([])
      }),
      propertyRuns(2000),
    )
  })

  test('that has been cleaned is clean', () => {
    fc.assert(
      fc.property(hostileSvg, (svg) => {
        const once = cleanSvg(svg) ?? ''
        expect(cleanSvg(once) ?? '').toBe(once)
      }),
      propertyRuns(1000),
    )
  })
})

// Written out here: the list of the code would agree with itself.
const DRAWN =
  /^(svg|g|defs|symbol|use|title|desc|path|rect|circle|ellipse|line|polyline|polygon|text|tspan|textPath|image|switch|style|foreignObject|linearGradient|radialGradient|stop|clipPath|mask|pattern|marker|filter|fe(?!Image)[A-Z]\w+)$/

// In <foreignObject>, which may contain nothing but text and its layout.
const WORDS = /^(b|br|div|em|font|h[1-6]|hr|i|li|ol|p|pre|span|strong|sub|sup|table|tbody|td|th|thead|tr|ul)$/

function svgFaults(svg: string): string[] {
  // What a parser of XML, which knows no raw text, would take for an element.
  const tags = [...svg.matchAll(/<(?!\/?([a-zA-Z]+)[\s/>])|<\/?([a-zA-Z]+)/g)]
    .map(([, , name]) => name ?? '<')
    .filter((name) => !DRAWN.test(name) && !WORDS.test(name))
  return [
    ...tags,
    ...elementsBelow(parseFragment(svg)).flatMap(({ tagName, attrs, childNodes }) => {
      const wrong = DRAWN.test(tagName) || WORDS.test(tagName) ? [] : [tagName]
      const text = childNodes.map((node) => ('value' in node ? node.value : '')).join('')
      const sheet = tagName === 'style' ? sheetFaults(text, false) : []
      const attributes = attrs.flatMap(({ name, value }) => {
        const leads = name === 'href' && !value.startsWith('#') && !(tagName === 'image' && /^data:image\/(?!svg)/.test(value))
        const loads =
          !/^(id|class|style|href)$/.test(name) &&
          /[(\\]/.test(value) &&
          declarationFaults(`${name}:${value.replace(/url\(#[^)]*\)/g, '')}`).length > 0
        return /^on/i.test(name) || leads || loads || (name === 'style' && declarationFaults(value).length > 0)
          ? [`${tagName} ${name}=${value}`]
          : []
      })
      return [...wrong, ...sheet, ...attributes]
    }),
  ]
}
