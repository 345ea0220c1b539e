import { expect, test } from 'vitest'
import { composeText } from '../../support/compose-text.ts'

const htmlOf = (markdown: string) => {
  const { slides, found } = composeText(`# A\n\n${markdown}`)
  return { slides, removed: found.filter(({ code }) => code.startsWith('attribute')).length }
}

test.each([
  '<span role="img" aria-label="a star">*</span>',
  '<i class="fa fa-print" aria-hidden="true"></i>',
  '<p lang="fr">Bonjour</p>',
  '<table role="presentation"><tbody><tr><td>a</td></tr></tbody></table>',
  '<table><tbody><tr><th id="h" scope="row" abbr="b">a</th><td headers="h">b</td></tr></tbody></table>',
  '<p id="d">x</p>\n<p aria-describedby="d" aria-labelledby="d">x</p>',
])('stays: %s', (html) => {
  const { slides, removed } = htmlOf(html)
  expect(slides).toContain(html)
  expect(removed).toBe(0)
})

test.each([
  // What acts, interrupts, or is a place of the page.
  ...['button', 'dialog', 'alertdialog', 'alert', 'status', 'log', 'application', 'navigation', 'main', 'menu', 'tab', 'link', 'none'].map(
    (role) => `<p role="${role}">x</p>`,
  ),
  '<a href="#/" role="img" aria-label="x">x</a>',
  '<a href="#/" aria-hidden="true">x</a>',
  '<div aria-hidden="true"><a href="#/">x</a></div>',
  '<div role="img" aria-label="x"><video src="x.mp4"></video></div>',
  ...['live', 'owns', 'controls', 'modal', 'activedescendant', 'roledescription', 'keyshortcuts', 'expanded', 'busy'].map(
    (name) => `<p aria-${name}="polite">x</p>`,
  ),
  '<p aria-labelledby="elsewhere">x</p>',
  '<th scope="all">x</th>',
  '<h2 role="presentation">x</h2>',
])('is removed from %s', (html) => {
  const { slides, removed } = htmlOf(html.startsWith('<th') ? `<table><tbody><tr>${html}</tr></tbody></table>` : html)
  expect(slides).not.toMatch(/ (role|aria-(?!label=)[a-z]+|scope)=/)
  expect(removed).toBe(1)
})

test('comments give them to elements, and a language to a slide, but no role or name', () => {
  const { slides, removed } = htmlOf(
    '<!-- .slide: lang="de" role="note" aria-label="x" -->\n\nBonjour <!-- .element: lang="fr" role="note" aria-label="greeting" -->',
  )
  expect(slides).toContain('<section lang="de">')
  expect(slides).toContain('<p lang="fr" role="note" aria-label="greeting">Bonjour')
  expect(removed).toBe(2)
})
