import { readFileSync } from 'node:fs'
import markdownIt from 'markdown-it'
import { splitSlides } from './split-slides.mjs'

const STYLE = `
body { font: 20px/1.5 sans-serif; max-width: 50em; margin: 0 auto; padding: 1em }
section { border-bottom: 1px solid #ccc; padding: 2em 0 }
img { max-width: 100% }
pre { overflow: auto }
h1, h2 { line-height: 1.2 }
`

/** The text of a deck as the quickest page there is: all its slides below each other, five lines of style, no script. */
export function plainPage(deckFile) {
  const markdown = markdownIt({ html: true, linkify: true, breaks: true, typographer: true })
  const slides = splitSlides(readFileSync(deckFile, 'utf8')).map((slide) => `<section>${markdown.render(slide)}</section>`)
  const body = slides.join('\n').replaceAll('<img ', '<img loading="lazy" ')
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Plain</title><style>${STYLE}</style>\n${body}`
}
