import { describe, expect, test } from 'vitest'
import { composeText } from '../../support/compose-text.ts'

const shown = (front: string, body: string, files: readonly string[] = [], path = 'deck.md') => {
  const { slides, found } = composeText(`---\n${front}\n---\n\n${body}\n`, { files, path })
  return { html: slides.replace(/\n/g, ''), messages: found.map(({ message }) => message) }
}
const sections = (html: string) => html.split('<section').slice(1)

describe('Marp', () => {
  test('page numbers may be off, held or skipped', () => {
    const { html } = shown(
      'marp: true\npaginate: true',
      '<!-- _paginate: false -->\n# A\n\n---\n\n# B\n\n---\n<!-- _paginate: hold -->\n\n# C\n\n---\n<!-- _paginate: skip -->\n\n# D\n\n---\n\n# E',
    )
    expect(sections(html).map((slide) => /hedgerow-page"><p>(\d+)/.exec(slide)?.[1])).toEqual([undefined, '2', '2', undefined, '3'])
  })

  test('items with * or 1) are steps, others are not', () => {
    const { html } = shown('marp: true', '* one **two**\n* **three**\n\n- four\n\n1) five\n\n```\n* code\n```\n\n* [ ] task')
    expect(html).toContain('<li class="fragment">one <strong>two</strong></li>')
    expect(html).toMatch(/<li class="fragment">\u200b<strong>three<\/strong><\/li>/)
    expect(html).toContain('<li>four</li>')
    expect(html).toContain('<li class="fragment">five</li>')
    expect(html).toContain('* code')
    expect(html).toContain('type="checkbox"')
  })

  test('a style block with "scoped" is that of its slide', () => {
    const { page } = composeText('---\nmarp: true\n---\n\n# A\n\n---\n\n<style scoped>\nh1 { color: red }\n</style>\n\n# B\n')
    const name = /class="[^"]*(hedgerow-slide-\d+)/.exec(page)?.[1]
    expect(page).toContain(`h1:where(.${name},.${name} *){color:red}`)
    expect(page).not.toContain('h1:where(.slides')
  })

  test('the attribute has no effect in a deck of HedgeDoc', () => {
    const { page } = composeText('---\ntype: slide\n---\n\n<style scoped>\nh1 { color: red }\n</style>\n\n# B\n')
    expect(page).toContain('h1:where(.slides,.slides *){color:red}')
  })

  test('links that another slide defines work', () => {
    const { html } = shown('marp: true', '# A\n\n[book][1]\n\n---\n\n# B\n\n[1]: https://example.org/book')
    expect(html).toContain('<a href="https://example.org/book"')
  })

  test('the opacity of a background and sizes in percent', () => {
    const { html, messages } = shown('marp: true', '![opacity:.3 bg](a.png)\n\n![w:50%](a.png) ![blur:3px](a.png)', ['a.png'])
    expect(html).toContain('data-background-opacity="0.3"')
    expect(html).toContain('width="50%"')
    expect(messages[0]).toMatch(/not supported: filters of images$/)
  })
})

describe('Slidev', () => {
  test.each(['![a](/a.png)', '<img src="/a.png" alt="a">', '[a](/a.png)'])('%s is in public/', (written) => {
    expect(shown('theme: seriph', `${written}\n\n---\n\n# B`, ['talk/public/a.png', 'a.png'], 'talk/slides.md').html).toContain(
      '="public/a.png"',
    )
  })

  test('a picture beside the text is in a column', () => {
    const { html } = shown('theme: seriph', '# A\n\n---\nlayout: image-left\nimage: /a.png\n---\n\n# B', ['public/a.png'])
    expect(html).toMatch(/<div class="columns" data-columns="2"><div><p><img src="public\/a.png"[^>]*><\/p><\/div><div><h1/)
  })

  test('an icon in a link is its label', () => {
    const { html, messages } = shown(
      'theme: seriph',
      '<a href="https://example.org" alt="GitHub">\n  <carbon-logo-github />\n</a>\n\n---\n\n# B',
    )
    expect(html).toMatch(/<a href="https:\/\/example.org"[^>]*>\s*GitHub\s*<\/a>/)
    expect(messages).toHaveLength(1)
  })

  test('styles are those of their slide', () => {
    const { page } = composeText('---\ntheme: seriph\n---\n\n# A\n\n<style>\nh1 { color: red }\n</style>\n\n---\n\n# B\n')
    expect(page).toMatch(/h1:where\(\.hedgerow-slide-\d+,/)
  })
})

describe('Quarto', () => {
  const front = 'format: revealjs'

  test('divs with styles and positions', () => {
    const { html } = shown(front, '## A\n\n::: {style="font-size: 50%;"}\na\n:::\n\n::: {.absolute top="10%" left=5}\nb\n:::')
    expect(html).toMatch(/<div style="font-size: ?50%;?"><p>a/)
    expect(html).toMatch(/style="position: ?absolute; ?top: ?10%; ?left: ?5px;?"><p>b/)
  })

  test('what reaches outside the slide is removed from a style', () => {
    expect(shown(front, '## A\n\n::: {style="background: url(//example.org/a.png); color: red"}\na\n:::').html).not.toContain('example.org')
  })

  test('options of code are not shown', () => {
    const { html } = shown(front, '## A\n\n```{r}\n#| echo: true\n#| label: b\nplot(1)\n```')
    expect(html).toMatch(/<pre><code class="r hljs">plot/)
    expect(html).not.toContain('echo')
  })

  test('the title slide has its attributes', () => {
    const { html } = shown(`title: A\ntitle-slide-attributes:\n  data-background-color: "#123"\n${front}`, '## B')
    expect(sections(html)[0]).toContain('data-background-color="#123"')
  })

  test('an only image without a size takes the room that is left', () => {
    const body = (size: string, more = '') => `## A\n\nText\n\n![](a.png)${size}${more}`
    expect(shown(front, body(''), ['a.png']).html).toContain('class="r-stretch"')
    expect(shown(front, body('{width=20%}'), ['a.png']).html).not.toContain('r-stretch')
    expect(shown(front, body('{.nostretch}'), ['a.png']).html).not.toContain('r-stretch')
    expect(shown(front, body('', '\n\n![](a.png)'), ['a.png']).html).not.toContain('r-stretch')
    expect(shown('format:\n  revealjs:\n    auto-stretch: false', body(''), ['a.png']).html).not.toContain('r-stretch')
  })

  test('an image is found from the folder of the project', () => {
    expect(shown(front, '## A\n\n![a](/img/a.png)', ['talk/img/a.png'], 'talk/slides.qmd').html).toContain('src="img/a.png"')
  })
})
