import { describe, expect, test } from 'vitest'
import { composeText } from '../../support/compose-text.ts'
import { composingClient as client } from '../../support/stub-client.ts'

const PAGES = { files: ['wide.jpg'], site: 'brand: composing', client }

/** The classes of the last slide of a deck, or of one by its number from 0. */
function classesIn(deck: string, index = -1): string {
  const sections = [...composeText(deck, PAGES).slides.matchAll(/<section(?![^>]*class="stack")([^>]*)>/g)].map(
    ([, attributes]) => attributes ?? '',
  )
  return /class="([^"]*)"/.exec(sections.at(index) ?? '')?.[1] ?? ''
}

const slide = (...decks: readonly string[]) => composeText(decks.join('\n\n---\n\n'), PAGES).slides

/** The classes of a slide amid others. */
const kindOf = (markdown: string) => classesIn(`# Title\n\n---\n\n${markdown}\n\n---\n\n# After\n\n- an item`, 1)
const inStack = (markdown: string) => classesIn(`# Title\n\n---\n\n# Team\n\n----\n\n${markdown}\n\n---\n\n- an item`, 2)

const LONG = 'word '.repeat(80)
const PICTURE = '![](wide.jpg)'

describe('the kind of a slide', () => {
  test.each([
    ['a lone heading', '# Updates', 'kind-divider'],
    ['headings alone', '# Updates\n\n## Of all teams', 'kind-divider'],
    ['a heading and few words', '# Team\n\nWe build it.', 'kind-opener'],
    ['and many', `# Team\n\n${LONG}`, 'kind-text even'],
    ['words alone', 'We build it.', 'kind-text roomy'],
    ['a list', '# Team\n\n- one', 'kind-list roomy'],
    ['a list without a heading', '- one', 'kind-list roomy'],
    ['a quotation', '> It works.', 'kind-quote'],
    ['a long one with a heading', `# Said\n\n> ${'word '.repeat(40)}`, 'kind-quote'],
    ['and who said it', '> It works.\n\nBericht von Ada', 'kind-quote'],
    ['in other words', '> It works.\n\nAda, who planted it', 'kind-quote'],
    ['and more about it', `> It works.\n\n${LONG}`, 'kind-text roomy'],
    ['a table', '# Team\n\n|a|b|\n|-|-|\n|c|d|', 'kind-table large'],
    ['code', '# Team\n\n```js\na()\n```', 'kind-code'],
    ['columns', ':::columns\n- a\n+++\n- b\n:::', 'kind-columns even'],
    ['columns with a picture', `:::columns\n- a\n+++\n${PICTURE}\n:::`, 'kind-columns even'],
    ['a picture and text', `# Team\n\n- one\n- two\n- three\n\n${PICTURE}`, 'kind-figure square big even'],
    ['a picture and a heading', `# Team\n\n${PICTURE}`, 'kind-exhibit'],
    ['a picture before its heading', `${PICTURE}\n\n# Team`, 'kind-exhibit below'],
    ['a picture', PICTURE, 'kind-picture upright'],
    ['pictures', `${PICTURE}\n\n${PICTURE}`, 'kind-gallery'],
    ['a heading on a photo', '<!-- .slide: data-background="wide.jpg" -->\n# Team', 'kind-label photo'],
    ['a photo alone', '<!-- .slide: data-background="wide.jpg" -->', 'kind-blank photo'],
    ['nothing', '<!-- nothing -->', 'kind-blank'],
    ['a picture that is missing', '![](none.jpg)', 'kind-text roomy'],
    ['one that is missing beside text', '# Team\n\n- a\n\n![](none.jpg)', 'kind-list roomy'],
    ['a formula is no opening', '# Team\n\n$$a^2$$', 'kind-text roomy'],
    ['nor is a small picture in a line', '# Team\n\nSee <img src="wide.jpg" width="24"> here', 'kind-text roomy'],
    ['a video and a heading', '# Team\n\n{%youtube dQw4w9WgXcQ %}', 'kind-exhibit raised'],
    ['a diagram and a heading', '# Team\n\n```graphviz\ndigraph { a -> b }\n```', 'kind-exhibit raised'],
    ['a video and text', '# Team\n\nOne\n\n{%youtube dQw4w9WgXcQ %}', 'kind-text roomy'],
  ])('%s', (_, markdown, classes) => {
    expect(kindOf(markdown)).toBe(classes)
  })

  test('of the first slide is a title if it has a level-1 heading and little else', () => {
    expect(classesIn('# Talk\n\n## Of today', 0)).toBe('kind-title')
    expect(classesIn(`# Talk\n\n${PICTURE}`, 0)).toBe('kind-title beside')
    expect(classesIn('<!-- .slide: data-background="wide.jpg" -->\n# Talk\n\n- a', 0)).toBe('kind-title photo')
    expect(classesIn('## Talk', 0)).toBe('kind-divider')
    expect(classesIn(`# Talk\n\n- ${LONG}\n- ${LONG}`, 0)).toMatch(/^kind-list/)
  })

  test.each(['Thank you!', 'Questions?', 'Q&A', 'Fragen?', 'Vielen Dank', 'Diskussion', 'Merci'])(
    'of the last slide is an end: %s',
    (words) => {
      expect(classesIn(`# Talk\n\n---\n\n# ${words}\n\nsee you`)).toBe('kind-end')
      expect(classesIn(`# Talk\n\n---\n\n# ${words}\n\n---\n\n# More`, 1)).toBe('kind-divider')
      // An empty slide after it is none.
      expect(classesIn(`# Talk\n\n---\n\n# ${words}\n\n---\n`, 1)).toBe('kind-end')
    },
  )

  test('of a heading that only contains such letters is not', () => {
    expect(classesIn('# Talk\n\n---\n\n# Endpoints and thankless work')).toBe('kind-divider')
  })

  test('at the top of a stack is an opener', () => {
    expect(classesIn('# Talk\n\n---\n\n# Team\n\n----\n\n- a', 1)).toBe('kind-opener')
    expect(classesIn(`# Talk\n\n---\n\n# Team\n\n${'word '.repeat(50)}\n\n----\n\n- a`, 1)).toBe('kind-opener')
  })

  test('is what the author says', () => {
    expect(kindOf('<!-- .slide: class="mine kind-list" -->\n# Team')).toBe('mine kind-list roomy')
    expect(kindOf('<!-- .slide: class="kind-none" -->\n# Team')).toBe('kind-none kind-divider')
  })
})

describe('people', () => {
  test.each([
    ['Report by Ada', '<p class="people"><span class="role">Report by</span> Ada</p>'],
    ['Presented by: **Ada** and Bob', '<p class="people"><span class="role">Presented by:</span> <strong>Ada</strong> and Bob</p>'],
    ['*Moderation:* Ada', '<p class="people"><em><span class="role">Moderation:</span></em> Ada</p>'],
    ['Bericht von Ada', '<p class="people"><span class="role">Bericht von</span> Ada</p>'],
    ['Vorgestellt von Ada', '<p class="people"><span class="role">Vorgestellt von</span> Ada</p>'],
    ['Présenté par Ada', '<p class="people"><span class="role">Présenté par</span> Ada</p>'],
  ])('%s', (markdown, html) => {
    expect(slide('# Talk', `# Team\n\n${markdown}`)).toContain(html)
  })

  test.each(['Report by', 'Reports are late', 'Our report by Ada', `Report by Ada ${LONG}`, 'Byreport: Ada'])(
    'are not in: %s',
    (markdown) => {
      expect(slide('# Talk', `# Team\n\n${markdown}`)).not.toContain('people')
    },
  )
})

describe('a link whose text is its address', () => {
  test.each([
    ['https://example.org/a_b', 'https://', 'example.org/a_b'],
    ['<http://example.org/über>', 'http://', 'example.org/über'],
  ])('%s', (markdown, scheme, rest) => {
    expect(slide('# Talk', `- ${markdown}`)).toMatch(new RegExp(`<a [^>]*class="bare"><span class="scheme">${scheme}</span>${rest}</a>`))
  })

  test.each(['[here](https://example.org)', '[https://example.com](https://example.org)', '[mail](mailto:a@example.org)'])(
    'is not: %s',
    (markdown) => {
      expect(slide('# Talk', `- ${markdown}`)).not.toContain('bare')
    },
  )
})

describe('the section of a slide', () => {
  const attributesOf = (stack: string) => /<section id="after"[^>]*>/.exec(slide('# Talk', stack, '# End'))?.[0]

  test('is the heading of its stack', () => {
    expect(attributesOf('# Team & <b>A</b>\n\n----\n\n## After\n\n- a')).toContain('data-section="Team &amp; A"')
    expect(slide('# Talk', '# Team\n\n----\n\n- a')).toContain('data-section="Team"')
  })

  test('is not said twice', () => {
    expect(inStack('# Team\n\n- a')).toBe('kind-list roomy')
    expect(inStack('# Team news\n\n- a')).toBe('kind-list roomy')
    expect(slide('# Talk', '# Team\n\n----\n\n# Team\n\n- a')).not.toContain('data-section')
  })

  test('is a heading that repeats it above another', () => {
    const html = slide('# Talk', '# Team\n\n----\n\n# Team\n\n## News\n\n- a')
    expect(html).toContain('class="kind-list roomy has-kicker"')
    expect(html).toMatch(/<h1 [^>]*class="again">Team<\/h1>/)
    expect(html).toMatch(/<h2 [^>]*class="head">News<\/h2>/)
    expect(html).not.toContain('data-section')
  })

  test('is above no opening, no picture and no lone heading', () => {
    for (const content of ['# After', `${PICTURE}\n\nAfter`, '<!-- .slide: data-background="wide.jpg" -->\n# After'])
      expect(slide('# Talk', `# Team\n\n----\n\n${content}`)).not.toContain('data-section')
  })

  test('is that of the author if there is one', () => {
    expect(slide('# Talk', '# Team\n\n----\n\n<!-- .slide: data-section="Mine" -->\n- a')).toContain('data-section="Mine"')
  })
})

describe('the marks of a slide', () => {
  test('are on its first heading, wherever it is', () => {
    expect(slide('# Talk', `${PICTURE}\n\n## Team\n\n- a`)).toMatch(/<h2 [^>]*class="head">Team/)
    expect(slide('# Talk', '##### Team\n\n- a')).toMatch(/<h5 [^>]*class="head">Team/)
    expect(slide('# Talk', '- a\n\n##### Team')).not.toMatch(/class="head">Team/)
  })

  test('are on long headings and quotations', () => {
    expect(slide('# Talk', `# ${'a'.repeat(62)}`)).toContain('class="head">')
    expect(slide('# Talk', `# ${'a'.repeat(63)}`)).toContain('class="head long">')
    // A missing picture that its author made small has a card without words.
    expect(slide('# Talk', '# Logo <img src="none.jpg" width="60">')).toContain('class="head">')
    expect(slide('# Talk', '# Logo <img src="none.jpg">')).toContain('class="head long">')
    expect(slide('# Talk', `> ${LONG}`)).toContain('<blockquote class="long">')
  })

  test('are on what holds only the picture', () => {
    expect(slide('# Talk', `# Team\n\n- a\n\n${PICTURE}`)).toMatch(/<p class="holds"><img /)
    expect(slide('# Talk', `# Team\n\nSee this:\n${PICTURE}`)).toMatch(/<p>See this:<\/p><p class="holds"><img [^>]*><\/p>/)
    expect(slide('# Talk', `# Team\n\nSee this:\n[${PICTURE}](https://example.org)`)).toMatch(
      /<p>See this:<\/p><p class="holds"><a [^>]*><img /,
    )
    expect(slide('# Talk', `# Team\n\n${PICTURE}\nSee this`)).toMatch(/<p class="holds"><img [^>]*><\/p><p>\s*See this<\/p>/)
    expect(slide('# Talk', '# Team\n\n<img src="wide.jpg">\n\n- a')).toMatch(/<p class="holds"><img [^>]*><\/p>/)
    // A step stays one, and so does what has a way of its own.
    expect(slide('# Talk', `# Team\n\nSee this:\n${PICTURE} <!-- .element: class="fragment" -->`)).toMatch(
      /<p class="holds"><img [^>]*class="fragment"/,
    )
    expect(slide('# Talk', '# Team\n\n<p class="fragment">See<br><img src="wide.jpg"></p>')).toMatch(/<p class="fragment">See<br><img /)
    expect(slide('# Talk', `# Team\n\n- see ${PICTURE} here`)).not.toContain('holds')
    expect(kindOf(`# Team\n\n- see ${PICTURE} here`)).toContain('inline-picture')
  })

  test('change no text, and nothing where there is no such brand', () => {
    const deck = `# Talk\n\n---\n\n# Team\n\nReport by Ada\n\nhttps://example.org\n\n${PICTURE}`
    const words = (html: string) => html.replace(/<[^>]*>/g, '')
    const plain = composeText(deck, { files: ['wide.jpg'], site: 'brand: scs' })
    expect(words(slide(deck))).toBe(words(plain.slides))
    expect(plain.slides).not.toMatch(/class="|data-section/)
    expect(composeText(deck, { ...PAGES, site: 'title: none' }).slides).toBe(plain.slides)
  })
})

describe('the canvas of a brand', () => {
  const mainOf = (frontMatter: string, site = 'brand: composing') =>
    /<main [^>]*>/.exec(composeText(`---\n${frontMatter}\n---\n# Talk`, { site, client }).page)?.[0] ?? ''

  test('is the size of a deck without one', () => {
    const main = mainOf('title: a')
    expect(main).toContain('class="reveal composed"')
    expect(main).toContain('--slide-width:1280;--slide-height:720;--slide-margin:0;--slide-max-scale:4')
    expect(main).toContain('&quot;center&quot;:false')
  })

  test('leaves what a deck says of its layout', () => {
    const main = mainOf('slideOptions: { center: true, margin: 0.1, maxScale: 2 }')
    expect(main).toContain('class="reveal center composed"')
    expect(main).toContain('--slide-width:1280;--slide-height:720;--slide-margin:0.1;--slide-max-scale:2')
  })

  test.each([
    ['with a size', 'slideOptions: { width: 1000 }', 'brand: composing'],
    ['without the brand', 'brand: none', 'brand: composing'],
    ['with a brand without one', 'title: a', 'brand: scs'],
  ])('is not that of a deck %s', (_, frontMatter, site) => {
    expect(mainOf(frontMatter, site)).toContain('class="reveal center"')
    expect(mainOf(frontMatter, site)).not.toContain('1280')
  })
})
