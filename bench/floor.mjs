// The least that any program of this kind must do: read the decks, split them, render each slide, write one file a deck.
// node bench/floor.mjs <folder> <out>
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import markdownIt from 'markdown-it'
import { splitSlides } from './split-slides.mjs'

const [root, out] = process.argv.slice(2)
const markdown = markdownIt({ html: true, linkify: true, breaks: true, typographer: true })

for (const file of readdirSync(root, { recursive: true })) {
  if (!file.endsWith('.md')) continue
  const slides = splitSlides(readFileSync(path.join(root, file), 'utf8'))
  const html = slides.map((slide) => `<section>${markdown.render(slide)}</section>`).join('\n')
  const target = path.join(out, file.replace(/\.md$/, '.html'))
  mkdirSync(path.dirname(target), { recursive: true })
  writeFileSync(target, `<!doctype html><meta charset="utf-8">${html}`)
}
