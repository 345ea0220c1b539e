import { describe, expect, test } from 'vitest'
import { composeText, type Surroundings } from '../../../support/compose-text.ts'

const site = 'url: https://a.example/slides'
const articleOf = (text: string, around: Surroundings = {}) =>
  composeText(`---\ntitle: T\ndate: 2026-01-02\n---\n\n${text}`, { path: 'x/ä.md', site, ...around }).article

describe('the content of a deck for feeds', () => {
  test('has absolute addresses', () => {
    const around = { files: ['x/p.png', 'q.pdf'], pages: { 'x/other.md': 'x/other' } }
    expect(
      articleOf('![p](p.png)\n[a](other.md#/3) [b](../q.pdf) [c](#/1) [d](https://b.example/?a&b) [e](mailto:a@b.example)', around),
    ).toBe(
      `<p><img src="https://a.example/slides/x/p.png" alt="p"><br>
<a href="https://a.example/slides/x/other.html#/3">a</a> <a href="https://a.example/slides/q.pdf">b</a> <a href="https://a.example/slides/x/%C3%A4.read.html#/1">c</a> <a href="https://b.example/?a&amp;b">d</a> <a href="mailto:a@b.example">e</a></p>\n`,
    )
  })

  test('has nothing that a feed reader must not get', () => {
    const article = articleOf(
      [
        '<style>h1 { color: red }</style>\n\n# A\n\n<b style="color: red" class="x" onclick="y()" data-x="1">b</b> <script>x()</script>',
        '- [ ] open\n- [x] done',
        '```js\nconst a = "<b>"\n```',
        '$a^2$',
        '```mermaid\nflowchart LR\n a-->b\n```',
        '{%youtube abcdefghijk %}\n\nNote: not this',
        'before <img src="https://tracker.example/x.png" alt="pixel">',
      ].join('\n\n---\n\n'),
    )
    expect(article).toContain('<h2>A</h2>\n<p><b>b</b> ')
    expect(article).toContain('<li>☐ open</li>\n<li>☑ done</li>')
    expect(article).toContain('<pre>const a = "&lt;b&gt;"\n</pre>')
    expect(article).toContain('<p><code>a^2</code></p>')
    expect(article).toContain('<a href="https://tracker.example/x.png">')
    expect(article).not.toMatch(/<script|<style|<svg|<iframe|<input|<img|not this| (id|class|style|on\w+|data-[\w-]+|tabindex|role)="/)
  })

  test('shows an image behind few words once, and no heading that was the title or just before', () => {
    const behind = '<!-- .slide: data-background="p.png" -->'
    expect(articleOf(`${behind}\n# T\n\n---\n\n${behind}\n# A\n\n---\n\n# A\n\nb`, { files: ['x/p.png'] })).toBe(
      '<img src="https://a.example/slides/x/p.png" alt="">\n<h2>A</h2>\n<p>b</p>\n',
    )
  })

  test('that is too large ends with a link to the rest', () => {
    const article = articleOf(Array.from({ length: 12 }, (_, index) => `# ${index}\n\n${'words '.repeat(2000)}`).join('\n\n---\n\n')) ?? ''
    expect(article.length).toBeLessThan(100_000)
    expect(article).toMatch(
      /<h2>7<\/h2>[^<>]*<p>[^<>]*<\/p>\n<p><a href="https:\/\/a\.example\/slides\/x\/%C3%A4\.read\.html">Reading view<\/a><\/p>\n$/,
    )
  })

  test('is not made where no feed contains it', () => {
    expect(composeText('# A', { site }).article).toBeUndefined()
    expect(composeText('---\ndate: 2026-01-02\n---\n\n# A').article).toBeUndefined()
  })
})
