// node bench/run.mjs [build] [scale] [changes] [page] [render] [pdf] [writing] [--rounds 5]; see README.md
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { benchBuild } from './build.mjs'
import { benchChanges } from './changes.mjs'
import { benchPage } from './page.mjs'
import { benchPdf } from './pdf.mjs'
import { benchRender } from './render.mjs'
import { benchScale } from './scale.mjs'
import { openWorkspace } from './workspace.mjs'
import { benchWriting } from './writing.mjs'

const PARTS = {
  build: benchBuild,
  scale: benchScale,
  changes: benchChanges,
  page: benchPage,
  render: benchRender,
  pdf: benchPdf,
  writing: benchWriting,
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: 'string', default: '5' } } })
const parts = positionals.length > 0 ? positionals : Object.keys(PARTS)
const rounds = Number(values.rounds)
const wrong = parts.find((part) => !(part in PARTS))
if (wrong !== undefined || !Number.isInteger(rounds) || rounds < 1) {
  console.error(`usage: node bench/run.mjs [${Object.keys(PARTS).join('] [')}] [--rounds <number>]`)
  process.exit(2)
}

const corpus = process.env.HEDGEROW_CORPUS
const say = (text) => console.error(text)
const machine = () => ({ node: process.version, cores: cpus().length, memoryMB: Math.round(totalmem() / 2 ** 20), load: loadavg()[0] })

const workspace = openWorkspace(corpus)
try {
  const slides = workspace.decks.reduce((sum, deck) => sum + deck.slides, 0)
  const input = corpus ? `of ${corpus}` : 'of the example site, since HEDGEROW_CORPUS is not set: too few to compare programs by'
  const { node, cores, load } = machine()
  console.log(`${workspace.decks.length} decks, ${slides} slides, ${input}`)
  console.log(`node ${node}, ${cores} cores, load at the start ${load.toFixed(1)}, ${rounds} rounds`)
  const latest = { date: new Date().toISOString(), decks: workspace.decks.length, slides, rounds, before: machine() }
  for (const part of parts) {
    const { text, ...figures } = await PARTS[part](workspace, { rounds, say, environment: process.env })
    console.log(text)
    latest[part] = figures
  }
  const results = new URL('results/', import.meta.url)
  mkdirSync(results, { recursive: true })
  writeFileSync(new URL('latest.json', results), `${JSON.stringify({ ...latest, after: machine() }, undefined, 2)}\n`)
  console.log(`\nload at the end ${machine().load.toFixed(1)}; every figure is in bench/results/latest.json`)
} finally {
  workspace.close()
}
