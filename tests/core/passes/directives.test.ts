import { describe, expect, test } from 'vitest'
import { composeText } from '../../support/compose-text.ts'

function compose(markdown: string) {
  const { slides, places, found } = composeText(markdown)
  return { slides: slides.replace(/\n/g, ''), places: places(), messages: found.map(({ message }) => message) }
}

describe('a .slide comment', () => {
  test.each([
    ['<!-- .slide: data-state="a" -->', 'data-state="deck-state-a"'],
    ['<!-- .slide: class="x" id="y" -->', 'class="x" id="y"'],
    ["<!-- .slide: data-x='a' -->", 'data-x="a"'],
    ['<!-- .slide: data-x="" -->', 'data-x=""'],
    ['<!-- .slide: data-auto-animate -->', 'data-auto-animate=""'],
    ['<!-- .slide: data-x="a=b" -->', 'data-x="a=b"'],
    ['<!-- .slide: data-a="1"\ndata-b="2" -->', 'data-a="1" data-b="2"'],
    ['<!-- .slide: data-background="#fff" -->', 'data-background="#fff"'],
    ['<!-- .slide: style="color:red" -->', 'style="color:red"'],
    ['<!-- .slide: data-x="<b>" -->', 'data-x="&lt;b&gt;"'],
  ])('decision 10: %s gives the slide %s', (comment, attributes) => {
    expect(compose(`${comment}\n\n# T`)).toMatchObject({
      slides: `<section ${attributes}><div><h1 id="T">T</h1></div></section>`,
      places: [],
    })
  })

  test('may stand anywhere on its slide, and two of them add up', () => {
    expect(compose('# T\n\n<!-- .slide: data-a="1" -->\n\nx <!-- .slide: data-b="2" -->').slides).toContain(
      '<section data-a="1" data-b="2">',
    )
  })

  test('gives nothing to the next slide', () => {
    expect(compose('<!-- .slide: data-a="1" -->\n\na\n\n---\n\nb').slides).toContain('<section id="b"><div><p>b</p></div></section>')
  })

  test.each(['onclick', 'src', 'href', 'title', 'hidden'])('decision 10: may not give "%s", which is said', (name) => {
    const { slides, messages } = compose(`<!-- .slide: ${name}="x" -->\n\n# T`)
    expect(slides).toContain('<section><div>')
    expect(messages).toEqual([`attribute "${name}" in this ".slide" comment is ignored`])
  })

  test.each([
    'data-background-iframe="javascript:alert(1)"',
    'data-markdown=""',
    'data-notes="<img>"',
    'data-src="x"',
    'data-template=""',
    'data-index-h="3"',
  ])('may not give what makes reveal.js load or run something: %s', (attribute) => {
    expect(compose(`<!-- .slide: ${attribute} -->\n\n# T`)).toMatchObject({
      slides: '<section><div><h1 id="T">T</h1></div></section>',
      places: ['attribute-not-allowed:1'],
    })
  })

  test.each(['data-x=1', 'class=x', 'data-x = "1"'])('that is misspelt warns: %s', (attribute) => {
    expect(compose(`<!-- .slide: ${attribute} -->\n\n# T`).places).toEqual(['attribute-unquoted:1'])
  })
})

describe('a background', () => {
  test.each(['red', '#123456', 'rgb(1, 2, 3)', 'linear-gradient(red, blue)'])('may be %s', (value) => {
    expect(compose(`<!-- .slide: data-background="${value}" -->\n\n# T`)).toMatchObject({ places: [] })
  })

  test('is found beside the deck', () => {
    const { slides, assets } = composeText('<!-- .slide: data-background="./a b.png" -->\n\n# T', {
      files: ['talks/a b.png'],
      path: 'talks/deck.md',
    })
    expect(slides).toContain('<section data-background="a%20b.png">')
    expect(assets).toEqual(['talks/a b.png'])
  })

  test.each([
    ['https://evil.example/x.png', 'asset-remote:1'],
    ['%E0%A4%A.png', 'asset-missing:1'],
    ['![](https://a.b/x.png)', 'address-invalid:1'],
    ['[](https://)', 'address-invalid:1'],
    ['url(https://evil.example)', 'asset-outside:1'],
    ['data:image/svg+xml,<svg>', 'address-invalid:1'],
    ['./missing.png', 'asset-missing:1'],
  ])('of %s is left out: it would load from elsewhere, or stop the deck', (value, place) => {
    const { slides, places } = compose(`<!-- .slide: data-background-image='${value}' -->\n\n# T`)
    expect(slides).not.toContain('data-background')
    expect(places).toHaveLength(1)
    if (!value.includes('svg')) expect(places).toEqual([place])
  })
})

describe('an .element comment', () => {
  test.each([
    ['a\n<!-- .element: class="fragment" -->', '<p class="fragment">a</p>'],
    ['- a <!-- .element: class="fragment" -->\n- b', '<li class="fragment">a </li>'],
    ['# T <!-- .element: data-x="1" -->', '<h1 data-x="1" id="T">T </h1>'],
    ['a **b**<!-- .element: class="x" --> c', '<strong class="x">b</strong>'],
    ['![x](a.png) <!-- .element: style="width:10%" -->', 'style="width:10%"'],
  ])('gives its attributes to what stands before it: %j', (markdown, html) => {
    expect(compose(markdown).slides).toContain(html)
  })

  test('decision 11: adds its class to those that are there', () => {
    expect(compose('<p class="a">b <!-- .element: class="c" --></p>').slides).toContain('<p class="a c">')
  })

  test('decision 11: leaves a task a task', () => {
    expect(compose('- [ ] a <!-- .element: class="fragment" -->').slides).toMatch(/<li class="fragment task-list-item">\s*<input/)
  })

  test('may not give "onclick", which is said', () => {
    expect(compose('a <!-- .element: onclick="x" -->').places).toEqual(['attribute-not-allowed:1'])
  })
})

test('no comment reaches the page', () => {
  expect(compose('<!-- a -->\n\nb <!-- c --> d\n\n<div>\n<!-- e -->\n</div>\n\nNote:\nf <!-- g -->').slides).not.toContain('<!--')
})

test('comments in code are code', () => {
  expect(compose('`<!-- .slide: data-a="1" -->`').slides).toContain('<code>&lt;!-- .slide: data-a="1" --&gt;</code>')
})
