import { parse } from 'parse5'
import { describe, expect, test } from 'vitest'
import type { Element } from '../src/core/model.ts'
import { elementsBelow, rawTextOf } from '../src/core/tree.ts'
import { composeText } from './support/compose-text.ts'
import { readAttacks } from './support/read-attacks.ts'
import { SCRIPTS, singleText } from './support/single-text.ts'
import { stubClient } from './support/stub-client.ts'

// Attacks that are no part of the project; the tests that need them are skipped where the variable is not set.
const attacks = readAttacks(process.env['HEDGEROW_PAYLOADS'], 0)

const FORBIDDEN = /^(svg|math|object|embed|iframe|form|base|template|portal|frame|applet|noscript|textarea|select|video-x)$/

// What stands in the place of a drawing here is no part of the attack.
const isDrawing = ({ tagName, childNodes, parentNode }: Element) =>
  tagName === 'svg' && childNodes.length === 0 && parentNode?.nodeName === 'pre'

function faults(element: Element): string[] {
  const { tagName, attrs } = element
  if (isDrawing(element)) return []
  const found = FORBIDDEN.test(tagName) ? [tagName] : []
  for (const { name, value } of attrs) {
    if (/^on|^srcdoc$|^formaction$|^ping$/.test(name)) found.push(`${tagName} ${name}`)
    const address = value.replace(/[\t\n\r\0 ]/g, '').toLowerCase()
    if (/^(href|src|action|poster|data|cite)$/.test(name) && /^((javascript|vbscript|blob|file):|data:(text|image\/svg))/.test(address))
      found.push(`${tagName} ${name}=${value.slice(0, 40)}`)
    if (/^(src|poster|srcset)$/.test(name) && /^(https?:)?\/\//.test(address)) found.push(`${tagName} loads ${value.slice(0, 40)}`)
    if (name === 'style' && /url\(\s*["']?(?!#)|expression|fixed/i.test(value) && tagName !== 'main') found.push(`${tagName} style`)
  }
  return found
}

const elementsIn = (html: string) => elementsBelow(parse(html) as unknown as Element)
const scriptsIn = (html: string) => elementsIn(html).filter(({ tagName }) => tagName === 'script')

function checkSlides(html: string): void {
  const slides = elementsIn(html).find(({ attrs }) => attrs.some(({ name, value }) => name === 'class' && value === 'slides'))
  if (!slides) throw new Error('there are no slides')
  expect(elementsBelow(slides).flatMap(faults)).toEqual([])
  expect(elementsBelow(slides).filter(({ tagName }) => /^(script|style|meta|link|title)$/.test(tagName))).toEqual([])
}

describe.skipIf(attacks.length === 0)('an attack, by the sanitiser alone', () => {
  // Formulas are rendered to MathML, which is ours.
  test.each(attacks.filter(({ kind }) => kind !== 'math'))('$id', ({ markdown }) => {
    const { page, reading } = composeText(markdown)
    checkSlides(page)
    // The loader is the only script, and stands in the head.
    expect(scriptsIn(page)).toHaveLength(1)
    expect(scriptsIn(reading).map(rawTextOf)).toEqual([stubClient.scheme.text])
    // Its header has icons.
    expect(elementsIn(reading.slice(reading.indexOf('</header>'))).flatMap(faults)).toEqual([])
    const single = singleText(markdown).html
    checkSlides(single)
    expect(scriptsIn(single).map(rawTextOf)).toEqual([SCRIPTS.loader.text, SCRIPTS.script.text])
  })
})
