import { describe, expect, test } from 'vitest'
import { composeText } from '../../support/compose-text.ts'

const compose = (markdown: string) => composeText(markdown).slides

describe('a block of code', () => {
  test('is highlighted where its language is known, and code where not (decision 25)', () => {
    expect(compose('```js\nconst a = 1\n```')).toContain('<code class="js hljs"><span class="hljs-keyword">const</span>')
    expect(compose('```sh\necho "a"\n```')).toContain('<span class="hljs-built_in">echo</span>')
    expect(compose('```nolang\na < b\n```')).toContain('<code class="nolang hljs">a &lt; b\n</code>')
  })

  test('decision 13: stays as it was written', () => {
    const code = '<div onclick="x" foo=\'bar\'>&lt;b&gt;</div>\n<!-- c -->'
    expect(compose(`\`\`\`\n${code}\n\`\`\``)).toContain(code.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'))
  })

  test('has numbers that are no text', () => {
    const html = compose('```=5\na\nb\n```')
    expect(html).toContain('<span class="code-line" data-number="5">a</span>\n<span class="code-line" data-number="6">b</span>')
  })

  test('goes on counting from the block before', () => {
    expect(compose('```=5\na\nb\n```\n\n```=+\nc\n```')).toContain('data-number="7">c')
  })

  test('shows its lines step by step', () => {
    const html = compose('```js {1|2-3}\na\nb\nc\n```')
    expect(html).toContain('data-stages="2"')
    expect(html.match(/data-steps="2"/g)).toHaveLength(2)
    expect(html.match(/class="fragment code-step"/g)).toHaveLength(1)
  })
  test('with numbers keeps the class that its author gave', () => {
    const html = compose('```=1\na\n```\n<!-- .element: class="fragment" -->')
    expect(html).toMatch(/<pre[^>]* class="(fragment numbered|numbered fragment)"/)
    expect(/<pre[^>]*>/.exec(html)?.[0].match(/ class=/g)).toHaveLength(1)
  })

  test.each(['```{onload=alert}\na\n```', '```"><script>\na\n```', '```js {1|2} <b>\na\n```', '```=99999999999999999999\na\n```'])(
    'with any info line is code: %j',
    (markdown) => {
      expect(compose(markdown)).not.toMatch(/<script|<b>|<[^>]*onload=/)
    },
  )
})
