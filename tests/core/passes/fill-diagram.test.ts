import { parseFragment, serialize } from 'parse5'
import { describe, expect, test } from 'vitest'
import { fillDiagram, isDrawnInPage } from '../../../src/core/passes/fill-diagram.ts'
import { isElement } from '../../../src/core/tree.ts'
import type { DrawnDiagram, OpenDiagram } from '../../../src/core/model.ts'

function fill(drawing: DrawnDiagram) {
  const tree = parseFragment('<pre class="diagram mermaid"><code>source</code></pre>')
  const [element] = tree.childNodes
  if (!isElement(element)) throw new Error('there is no element')
  const open: OpenDiagram = { tool: 'mermaid', source: 'source', label: 'A label', element, line: 3 }
  const problem = fillDiagram(open, drawing, 'p-')
  return { html: serialize(tree), problem, isLater: isDrawnInPage(open) }
}
const drawn = (svg: string) => fill({ svg }).html.replace(/^<pre class="diagram mermaid">|<\/pre>$/g, '')

describe('a drawing in the page', () => {
  test('says what it is, and its words', () => {
    expect(drawn('<svg viewBox="0 0 4 3"><text>a</text><g><text>b <tspan>c</tspan></text></g><text>a</text></svg>')).toContain(
      ' role="img" aria-label="A label: a, b c">',
    )
  })

  test('has the size of its view box, or the view box of its size', () => {
    expect(drawn('<svg viewBox="-8 -8 40 30" width="100%" style="max-width: 40px"></svg>')).toBe(
      '<svg viewBox="-8 -8 40 30" id="p-" width="40" height="30" style="--width:40" role="img" aria-label="A label"></svg>',
    )
    expect(drawn('<svg width="40" height="30"></svg>')).toContain('viewBox="0 0 40 30"')
  })

  test('has ids of its own, wherever they are named', () => {
    const html = drawn(
      '<svg id="d"><style>#d .a, #e{fill:url(#g)}</style><g id="e" fill="url(#g)" style="stroke:url(#g)"></g><use href="#e"></use></svg>',
    )
    expect(html).toContain('<g id="p-e" fill="url(#p-g)" style="stroke:url(#p-g)"></g><use href="#p-e"></use>')
    expect(html).toContain('#p-d .a:where(#p-d,#p-d *)')
    expect(html).toContain('#p-e:where(#p-d,#p-d *){fill:url(#p-g)}')
  })

  test('styles nothing but itself', () => {
    const html = drawn(
      '<svg id="d"><style>body{color:red} .reveal{display:none} @import "x"; p{position:fixed;background:url(x)}</style></svg>',
    )
    expect(html).toContain('<style>#p-d{color:red}#p-d{display:none}p:where(#p-d,#p-d *){}</style>')
  })

  test.each([
    '<script>alert(1)</script>',
    '<foreignObject><img src=x onerror=alert(1)></foreignObject>',
    '<g onclick="alert(1)"></g>',
    '<a href="javascript:alert(1)"></a>',
    '<image href="https://evil.example/x.png"></image>',
    '<g data-src="evil" class="controls slides" role="button" tabindex="0" aria-hidden="true"></g>',
    '<title>alert</title>',
  ])('loses what runs, loads, or means something to the page: %s', (content) => {
    expect(drawn(`<svg>${content}</svg>`)).not.toMatch(/alert|evil|controls|slides|button|tabindex|hidden|<a /)
  })

  test('keeps what a link shows, where it stood', () => {
    expect(drawn('<svg><a xlink:href="https://example.org" transform="scale(2)"><text>x</text></a></svg>')).toContain(
      '<g transform="scale(2)"><text>x</text></g>',
    )
  })

  test('says its outlines to the hundredth of a pixel, and everything else as it was', () => {
    expect(drawn('<svg><path d="M1.23456 -20.5C.5 1.2345e-7h1.0004.45v5.12.3456" transform="scale(0.0012)"></path></svg>')).toContain(
      '<path d="M1.23 -20.5C.5 1.2345e-7h1.0004.45v5.12.3456" transform="scale(0.0012)"></path>',
    )
  })

  test('keeps its shadows', () => {
    expect(drawn('<svg><filter><feDropShadow dx="1"></feDropShadow></filter></svg>')).toContain('<feDropShadow dx="1">')
  })
})

describe('where there is no drawing', () => {
  test('the source is shown as code', () => {
    const { html, problem } = fill({ problem: 'wrong', line: 2 })
    expect(html).toBe('<pre class="mermaid"><code>source</code></pre>')
    expect(problem).toEqual({ problem: 'wrong', line: 2 })
  })

  test.each([
    ['', { problem: 'the renderer returned no drawing' }],
    [`<svg>${' '.repeat(1_000_000)}</svg>`, { tooMuch: 'a drawing of 1.0 MB' }],
  ])('that is said', (svg, problem) => {
    expect(fill({ svg }).problem).toEqual(problem)
  })

  test('the browser of the viewer may draw it', () => {
    expect(fill({ later: 'Chromium was not found' })).toEqual({
      html: '<pre class="diagram mermaid" data-draw="source" data-label="A label"><code>source</code></pre>',
      problem: undefined,
      isLater: true,
    })
  })
})
