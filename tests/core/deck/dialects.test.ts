import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openDocument } from '../../../src/core/deck/open-document.ts'
import { composeText } from '../../support/compose-text.ts'
import { mustEnd } from '../../support/record-reports.ts'
import { propertyRuns } from '../../support/property-runs.ts'
import { randomDeck, wordsOf } from '../../support/random-deck.ts'

const FRONT: Readonly<Record<string, string>> = {
  'reveal-md': 'revealOptions:\n  transition: fade\nseparator: ^---$\nverticalSeparator: <!--v-->',
  Marp: 'marp: true\nfooter: foot\nheadingDivider: 2',
  Slidev: 'theme: seriph\nmdc: true',
  Quarto: 'title: A\nformat: revealjs',
}

const dialectOf = (text: string, path = 'deck.md') => {
  const { options, isDeck } = openDocument({ path, text }, () => undefined)
  return { dialect: options.dialect, isDeck }
}

describe.each(Object.entries(FRONT))('a deck of %s', (name, front) => {
  test('is recognised, unless HedgeDoc’s options say otherwise', () => {
    const text = `---\n${front}\n---\n\n# A\n\n---\n\n# B\n`
    expect(dialectOf(text)).toMatchObject({ dialect: name, isDeck: true })
    expect(dialectOf(text.replace('---\n', '---\nslideOptions: {}\n')).dialect).toBeUndefined()
  })

  test('shows every word', () => {
    fc.assert(
      fc.property(randomDeck, ({ text, columns }) => {
        const body = text.replace(/^---\n[^]*?\n---\n/, '')
        const { slides } = composeText(`---\n${front}\n---\n${body}`, { files: ['a.png'], pages: { 'other.md': 'other' } })
        const written = columns.flat().flatMap(({ shown, notes }) => [...shown, ...notes])
        const shown = new Set(wordsOf(slides))
        expect(written.filter((word) => !shown.has(word))).toEqual([])
      }),
      propertyRuns(60),
    )
  })

  test('can be anything', () => {
    const piece = fc.constantFrom(
      '---',
      '----',
      '***',
      ':::',
      '::: {.notes}',
      ':::: {.columns}',
      '::: {.column}',
      '::right::',
      '<!--',
      '-->',
      '<!-- a: b -->',
      '<!-- _class: x -->',
      '![bg](a.png)',
      '![bg left:40%](a.png)',
      '```',
      '# A {.b}',
      '## B',
      'layout: two-cols',
      'class: *x',
      '<!-- class: *bold* -->',
      'a: &b 1',
      'c: *b',
      '<!-- color: &a 1 -->',
      '__proto__: 1',
      '[x]{constructor=1}',
      '# A {background-image="x"}',
      '<v-clicks>',
      '</v-clicks>',
      '',
      'text',
      '`<!--',
      '{{< a >}}',
      '[x]{.fragment}',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        mustEnd(() => composeText(`---\n${front}\n---\n${pieces.join('\n')}\n`))
      }),
      propertyRuns(100),
    )
  })

  test.each([
    ['<!--'.repeat(20_000)],
    ['<!-- a\n'.repeat(10_000)],
    ['![bg]('.repeat(20_000)],
    ['[a]{'.repeat(20_000)],
    ['---\na: b\n'.repeat(1000)],
    ['::: {.columns}\n'.repeat(300)],
  ])('ends in time for a text that repeats', (text) => {
    mustEnd(() => composeText(`---\n${front}\n---\n\n${text}\n`))
  })
})

test.each([
  ['a page of Jekyll', '---\nlayout: default\ntitle: A\n---\n\n# A\n\n---\n\nB\n'],
  ['a page with a theme', '---\nlayout: default\ntheme: minima\n---\n\n# A\n\n---\n\nB\n'],
  ['a document of Quarto', '---\ntitle: A\nformat: html\n---\n\n# A\n\n## B\n'],
  ['Marp that is turned off', '---\nmarp: false\n---\n\n# A\n\n---\n\nB\n'],
  ['a text about front matter', '# A\n\n```yaml\n---\nlayout: post\n---\n```\n'],
])('%s is not a deck', (_, text) => {
  expect(dialectOf(text)).toMatchObject({ dialect: undefined, isDeck: false })
})

test('messages have the lines of the file', () => {
  const marp = composeText('---\nmarp: true\n---\n\n# A\n\n---\n\n![bg right](a.png)\n\n![](missing.png)\n', { files: ['a.png'] })
  expect(marp.places()).toContain('asset-missing:11')
  const slidev = composeText('---\nmdc: true\n---\n\n# A\n\n---\nlayout: two-cols\n---\n\n![](missing.png)\n\n::right::\n\n![](gone.png)\n')
  expect(slidev.places()).toEqual(expect.arrayContaining(['asset-missing:11', 'asset-missing:15']))
  const quarto = composeText('---\nformat: revealjs\n---\n\n## A {background-image="no.png"}\n\n![](missing.png){width=50%}\n')
  expect(quarto.places()).toEqual(expect.arrayContaining(['asset-missing:5', 'asset-missing:7']))
})

describe('Vue in a deck of Slidev', () => {
  const shown = (body: string) => {
    const { slides, found } = composeText(`---\nmdc: true\n---\n\n# A\n\n---\n\n${body}\n`)
    return { html: slides, messages: found.map(({ code, message }) => `${code}: ${message}`) }
  }

  test('an element with v-click is a step', () => {
    expect(shown('<div v-click class="wide">\n\nlater\n\n</div>').html).toContain('class="fragment wide"')
    expect(shown('<p v-click="2">later</p>').html).toContain('<p class="fragment"')
  })

  test('components are left out, the text in them and code are not', () => {
    const { html, messages } = shown('<Card :a="1 > 0"\n  b="2">\n\ninside\n\n</Card>\n\n<mdi-tree /> tree, `<Card />`, List<Leaf>')
    for (const text of ['inside', 'tree', '&lt;Card /&gt;', 'Leaf']) expect(html).toContain(text)
    expect(html).not.toMatch(/mdi-tree|&lt;\/Card|b="2"/)
    expect(messages[0]).toContain('the component <Card>, icons')
  })

  test('attributes of Vue and UnoCSS are reported once, for the deck', () => {
    const { html, messages } = shown(
      '<div @click="next"\n  text-xl\n  class="a">\n<b op50 :title="x">b</b>\n</div>\n\n<div p-4 />\n\nafter',
    )
    expect(html).toContain('class="a"')
    expect(messages).toEqual([expect.stringContaining("Vue's attributes, UnoCSS")])
  })

  test('a script is left out', () => {
    expect(shown('<script setup>\nconst size = 1\n</script>\n\nafter').html).not.toContain('size')
  })
})

test('any date of a deck of Slidev is accepted', () => {
  expect(composeText('---\nmdc: true\ndate: 02-2026\n---\n\n# A\n\n---\n\n# B\n').found.map(({ code }) => code)).toEqual([
    'tool-recognised',
  ])
})

describe('divs and pauses of Quarto', () => {
  const shown = (body: string, format = 'format: revealjs') => {
    const { slides, found } = composeText(`---\n${format}\n---\n\n## A\n\n${body}\n`)
    return { html: slides.replace(/\n/g, ''), messages: found.map(({ code, message }) => `${code}: ${message}`) }
  }

  test('a pause makes what follows a step, until the next', () => {
    const { html, messages } = shown('one\n\n. . .\n\ntwo\n\nthree\n\n. . .\n\nfour')
    expect(html).toMatch(/<p>one<\/p><div class="fragment"><p>two<\/p><p>three<\/p><\/div><div class="fragment"><p>four<\/p><\/div>/)
    expect(messages).toEqual(['tool-recognised: the deck is read as a Quarto deck'])
  })

  test('a pause ends with its div', () => {
    const { html } = shown('::: {.wide}\none\n\n. . .\n\ntwo\n\n:::\n\nafter')
    expect(html).toMatch(/<div class="wide"><p>one<\/p><div class="fragment"><p>two<\/p><\/div><\/div><p>after<\/p>/)
    expect(shown('::: {.wide}\none\n\n. . .\n\ntwo\n:::\n\nafter').html).toBe(html)
    expect(shown('::: {.column}\none\n\n. . .\n\ntwo\n:::\nafter').html).toMatch(
      /<p>one<\/p><div class="fragment"><p>two<\/p><\/div><p>after<\/p>/,
    )
  })

  test('columns have the widths that are written', () => {
    const columns = (...widths: readonly string[]) =>
      shown(`:::: {.columns}\n${widths.map((width) => `::: {.column width=${width}}\na\n:::\n`).join('\n')}::::`).html
    const plain = (ratio: string) =>
      composeText(`---\ntype: slide\n---\n\n:::columns ${ratio}\na\n\n+++\n\na\n:::\n`).slides.replace(/\n/g, '')
    const inside = (html: string) => /<div class="columns"[^>]*>/.exec(html)?.[0]
    expect(inside(columns('"70%"', '"30%"'))).toBe(inside(plain('7:3')))
    expect(inside(columns('40%', '60%'))).toBe(inside(plain('2:3')))
    expect(inside(columns('50%', '50%'))).toBe('<div class="columns" data-columns="2">')
    expect(inside(columns('47.5%', '5%', '47.5%'))).toMatch(/9.*1.*9/)
  })

  test('divs keep their classes', () => {
    const { html, messages } = shown('::: {.r-stack}\na\n:::\n\n::: {.fragment .fade-up}\nb\n:::\n\n::: {.panel-tabset}\nc\n:::')
    expect(html).toContain('<div class="r-stack"><p>a</p></div><div class="fragment fade-up"><p>b</p></div>')
    expect(messages[0]).toMatch(/not supported: the div "\.panel-tabset"$/)
  })

  test('incremental lists of the whole deck are steps', () => {
    const { html } = shown('- a\n\n::: nonincremental\n- b\n:::', 'format:\n  revealjs:\n    incremental: true')
    expect(html).toContain('<li class="fragment">a</li>')
    expect(html).toContain('<li>b</li>')
  })
})

test('a heading of Marp with "fit" is as large as fits', () => {
  const { slides } = composeText('---\nmarp: true\n---\n\n# <!-- fit --> Large words\n\n---\n\n# <!-- fit --> **Bold**\n')
  expect(slides).toMatch(/<h1[^>]*class="r-fit-text"[^>]*>Large words/)
  expect(slides).toMatch(/<h1 id="Bold"><strong>Bold<\/strong>/)
})

test('steps of formulas and code of other files of Slidev are not shown as text', () => {
  const { slides, found } = composeText('---\nmdc: true\n---\n\n# A\n\n---\n\n<<< @/snippets/a.ts#part\n\n$$ {1|2}\na + b\n$$\n')
  expect(slides).not.toMatch(/snippets|1\|2/)
  expect(found[0]?.message).toContain('code of other files')
})
