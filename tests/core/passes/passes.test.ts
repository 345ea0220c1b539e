import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { deckPasses, passagePasses } from '../../../src/core/passes/passes.ts'
import { resolveReferences } from '../../../src/core/resolve/resolve-references.ts'
import { composeText } from '../../support/compose-text.ts'

const folder = new URL('../../../src/core/passes/', import.meta.url)

describe('the table of passes', () => {
  test('has a row for every pass that has a file', () => {
    const texts = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'))
    const written = texts.flatMap((text) => [...text.matchAll(/^export const (\w+): (?:PassagePass|DeckPass) =/gm)].map(([, name]) => name))
    const rows = [...passagePasses, ...deckPasses].map(({ name }) => name).filter((name) => name !== resolveReferences.name)
    expect(new Set(rows)).toEqual(new Set(written))
  })

  test('resolves addresses last', () => {
    expect(passagePasses.at(-1)).toBe(resolveReferences)
  })
})

test('the link to a page behind a slide is prepared like any other link', () => {
  const { slides } = composeText('<!-- .slide: data-background-iframe="https://a.example/x" -->\n\n# T', { site: 'embeds: [a.example]' })
  expect(slides).toContain(
    '<a class="embed embed-background" href="https://a.example/x" target="_blank" rel="noopener noreferrer" data-frame="https://a.example/x">',
  )
})

test('pictures of all slides but the first are loaded late, unless their author says otherwise', () => {
  const pictures = '![](a.png)\n\n<img src="a.png" alt="" loading="eager">'
  const { slides } = composeText(`${pictures}\n\n---\n\n${pictures}`, { files: ['a.png'] })
  expect([...slides.matchAll(/<img[^>]*>/g)].map(([tag]) => /loading="(\w+)"/.exec(tag)?.[1])).toEqual([
    undefined,
    'eager',
    'lazy',
    'eager',
  ])
})

test('formulas, lists of slides and diagrams are found by one of their classes, and keep the others', () => {
  const step = '<!-- .element: class="fragment wide" -->'
  const { slides, reading, article } = composeText(
    `# T\n\n$a^2$ ${step}\n\n[TOC]\n\n${step}\n\n\`\`\`mermaid\ngraph LR\n\`\`\`\n${step}\n\n\`\`\`flow\nnonsense\n\`\`\`\n${step}`,
    { site: 'url: https://a.example', path: '2024-08-22.md' },
  )
  expect(slides).toContain('<span class="math fragment wide"><span class="katex">')
  expect(slides).not.toContain('\\(a^2\\)')
  expect(slides).toMatch(/<div class="toc[^>]*><ul>/)
  expect(slides).toMatch(/<pre class="diagram mermaid fragment wide"/)
  expect(slides).toMatch(/<pre class="flow-chart fragment wide"/)
  expect(reading).toContain('<annotation encoding="application/x-tex">a^2</annotation>')
  expect(article).toContain('<code>a^2</code>')
})
