import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium } from '../lib/node/chromium/find-chromium.js'
import { inTurn } from './in-turn.mjs'
import { measure } from './measure.mjs'
import { CPU_SLOWDOWN, openPage } from './open-page.mjs'
import { plainPage } from './plain-page.mjs'
import { programs } from './programs.mjs'
import { serve } from './serve.mjs'
import { best, median, pick, ratio } from './statistics.mjs'
import { table } from './table.mjs'

const DECK = 'community-call/20240822'
const BUILT = ['hedgerow', 'reveal-md', 'marp']
const TIMES = { paint: 'first contentful paint', heading: 'first heading visible' }

/** What a visitor of one deck waits for on a slow connection, beside a plain page of the same text. */
export async function benchPage(workspace, { rounds, say, environment }) {
  const executablePath = findChromium(environment)
  if (executablePath === undefined) return { text: '\nPage: left out, there is no Chromium in $CHROMIUM or the PATH' }
  const deck = workspace.decks.find(({ id }) => id === DECK) ?? workspace.decks[0]
  const { sites, paths } = buildSites(workspace, deck, say)
  const server = await serve(sites)
  // No name is looked up: what a page wants from elsewhere is counted and fails at once.
  const browser = await chromium.launch({ executablePath, args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'] })
  try {
    const tasks = Object.fromEntries(
      Object.entries(paths).map(([name, page]) => [name, () => openPage(browser, `${server.origin}/${page}`)]),
    )
    // Fills the server's store of compressed files and the browser's of compiled code.
    await inTurn(tasks, 1, () => say('page: warming up'))
    const results = await inTurn(tasks, rounds, (round) => say(`page: round ${round} of ${rounds}`))
    return describe(results, deck, browser.version())
  } finally {
    await browser.close()
    server.close()
  }
}

function buildSites({ folder, home, root, decks }, deck, say) {
  const all = programs(home)
  const plain = path.join(folder, 'plain')
  const deckPage = deck.file.replace(/\.md$/, '.html')
  mkdirSync(path.dirname(path.join(plain, deckPage)), { recursive: true })
  writeFileSync(path.join(plain, deckPage), plainPage(path.join(root, deck.file)))
  // The plain page and Marp's leave pictures where they are, beside the deck.
  const sites = { plain: [plain, root] }
  const paths = { plain: `plain/${deckPage}` }
  for (const name of BUILT) {
    const out = path.join(folder, `page-${name}`)
    say(`page: building with ${name}`)
    measure(all[name], { root, out, decks: decks.length })
    const page = name === 'hedgerow' ? `${deck.id}.html` : deckPage
    if (!existsSync(path.join(out, page))) throw new Error(`${name} has made no ${page}`)
    sites[name] = name === 'marp' ? [out, root] : [out]
    paths[name] = `${name}/${page}`
  }
  return { sites, paths }
}

function describe(results, deck, version) {
  const names = Object.keys(results)
  const weights = Object.fromEntries(names.map((name) => [name, weigh(results[name].at(-1))]))
  const columns = ['requests', 'others', 'html', 'script', 'style', 'before pictures', 'fonts', 'pictures']
  const ratios = names
    .filter((name) => name !== 'plain')
    .map((name) => ({
      name: `${name} / plain`,
      paint: ratio(results[name], results.plain, 'paint'),
      heading: ratio(results[name], results.plain, 'heading'),
    }))
  const text = [
    table(
      `Page of ${deck.file} (${deck.slides} slides): requests, to others, and KB over the wire (before pictures: without fonts too)`,
      ['page', ...columns],
      names.map((name) => [name, ...columns.map((column) => weights[name][column])]),
    ),
    table(
      `When it is seen, ms: slow 4G (180 KB/s down, 84 KB/s up, 562.5 ms a request), processor ${CPU_SLOWDOWN} times slower, Chromium ${version}`,
      ['page', 'paint best', 'paint median', 'heading best', 'heading median', 'heading gone again', 'layout shift'],
      names.map((name) => [
        name,
        ...Object.keys(TIMES).flatMap((key) => [best, median].map((of) => of(pick(results[name], key)).toFixed(0))),
        Math.max(...pick(results[name], 'hidden')).toFixed(0),
        Math.max(...pick(results[name], 'shift')).toFixed(3),
      ]),
    ),
    table(
      'Ratios of these times',
      ['ratio', 'paint, of the best', 'median of rounds', 'heading, of the best', 'median of rounds'],
      ratios.map(({ name, paint, heading }) => [name, ...[paint, heading].flatMap((of) => [of.best.toFixed(2), of.median.toFixed(2)])]),
    ),
    ...names.flatMap((name) => results[name].at(-1).failed.map((url) => `\nnot found: ${new URL(url).pathname}`)),
  ].join('\n')
  return { results, weights, ratios, text }
}

function weigh({ requests, others }) {
  const kilobytes = (wanted) => {
    const bytes = requests.filter(({ kind }) => wanted(kind)).reduce((sum, request) => sum + request.bytes, 0)
    return (bytes / 1000).toFixed(1)
  }
  const apart = ['font', 'image', 'media']
  return {
    requests: requests.length,
    others: others.length,
    html: kilobytes((kind) => kind === 'document'),
    script: kilobytes((kind) => kind === 'script'),
    style: kilobytes((kind) => kind === 'stylesheet'),
    'before pictures': kilobytes((kind) => !apart.includes(kind)),
    fonts: kilobytes((kind) => kind === 'font'),
    pictures: kilobytes((kind) => kind === 'image' || kind === 'media'),
  }
}
