import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import { findChromium } from '../lib/node/chromium/find-chromium.js'
import { copies } from './copies.mjs'
import { startDevProcess } from './dev-process.mjs'
import { inTurn } from './in-turn.mjs'
import { BEGIN, edited, markDeck } from './mark-deck.mjs'
import { best, median, percentile, pick } from './statistics.mjs'
import { table } from './table.mjs'
import { openWatchedPage } from './watch-words.mjs'
import { writingPrograms } from './writing-programs.mjs'

const DECK = 'community-call/20230907-slides'
const MANY = [1000, 10_000]
const EDITS = 100
const WARM = 3
const KEPT = [0, 100, 250, 500, 1000]

/** What somebody who writes waits for: the server, and each change; and what the server holds after many of them. */
export async function benchWriting({ folder, home, root, decks }, { rounds, say, environment }) {
  const executablePath = findChromium(environment)
  if (executablePath === undefined) return { text: '\nWriting: left out, there is no Chromium in $CHROMIUM or the PATH' }
  const deck = decks.find(({ id }) => id === DECK) ?? decks.toSorted((a, b) => b.slides - a.slides)[0]
  const source = readFileSync(path.join(root, deck.file), 'utf8')
  const few = copies(root, decks, { size: decks.length, to: path.join(folder, 'writing') })
  const many = MANY.map((size) => copies(root, decks, { size, to: path.join(folder, `writing-${size}`) }))
  const programs = writingPrograms(home, folder)
  // No name is looked up: what a page wants from elsewhere fails at once.
  const args = ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost']
  const browser = await chromium.launch({ executablePath, args })
  let times = 0

  const write = (program, at) => program.write(at, deck, markDeck(source, ++times))

  const open = async (program, at) => {
    write(program, at)
    const watched = await openWatchedPage(browser)
    const server = await startDevProcess((port) => program.command(at, port), folder)
    const close = async () => {
      await watched.close()
      await server.close()
    }
    try {
      const painted = watched.seen(BEGIN)
      painted.catch(() => undefined)
      await watched.page.goto(`${server.origin}/${program.page(deck)}`, { waitUntil: 'commit' })
      return { ...watched, ...server, start: (await painted) - server.started, close }
    } catch (cause) {
      await close()
      throw cause
    }
  }

  const edit = async (program, at, { seen }) => {
    const shown = seen(edited(times + 1))
    const saved = performance.now()
    write(program, at)
    const moment = await shown
    // Not in step with frames and timers, and what has been reloaded comes to rest.
    await wait(150 + ((times * 37) % 100))
    return moment - saved
  }

  const begin = async (program, at) => {
    const opened = await open(program, at)
    const shown = opened.seen(edited(times))
    await opened.page.goto('about:blank')
    await opened.page.goto(`${opened.origin}/${program.slide(deck, markDeck(source, times))}`)
    await shown
    await wait(1000)
    for (let number = 0; number < WARM; number++) await edit(program, at, opened)
    return opened
  }

  const writeFor = async (program) => {
    const opened = await begin(program, few)
    try {
      const edits = []
      while (edits.length < Math.ceil(EDITS / rounds)) edits.push(await edit(program, few, opened))
      return { start: opened.start, edits, memory: opened.memory() }
    } finally {
      await opened.close()
    }
  }

  const startOnly = async (program, at) => {
    const { start, close } = await open(program, at)
    await close()
    return { start }
  }

  const keep = async () => {
    const opened = await begin(programs.hedgerow, few)
    try {
      const memory = {}
      for (let number = 0; number <= KEPT.at(-1); number++) {
        if (KEPT.includes(number)) memory[number] = opened.memory()
        if (number % 100 === 0) say(`writing: ${number} edits of ${KEPT.at(-1)}`)
        if (number < KEPT.at(-1)) await edit(programs.hedgerow, few, opened)
      }
      await wait(20_000)
      return { ...memory, 'at rest': opened.memory() }
    } finally {
      await opened.close()
    }
  }

  try {
    const tasks = {}
    for (const [name, program] of Object.entries(programs)) {
      tasks[name] = () => writeFor(program)
      for (const [index, size] of MANY.entries()) tasks[`${name} ${size}`] = () => startOnly(program, many[index])
    }
    say('writing: warming up')
    for (const program of Object.values(programs)) await startOnly(program, few)
    const results = await inTurn(tasks, rounds, (round) => say(`writing: round ${round} of ${rounds}`))
    const memory = await keep()
    return { results, memory, text: describe(results, memory, { deck, decks }) }
  } finally {
    await browser.close()
  }
}

function describe(results, memory, { deck, decks }) {
  const names = Object.keys(results).filter((name) => `${name} ${MANY[0]}` in results)
  const starts = (name) => pick(results[name], 'start')
  const edits = (name) => results[name].flatMap((run) => run.edits)
  const ratio = (of, name) => (of(name) / of('hedgerow')).toFixed(2)
  const startRows = names.flatMap((name) =>
    [decks.length, ...MANY].map((size, index) => {
      const row = index === 0 ? name : `${name} ${size}`
      const reference = starts(row.replace(name, 'hedgerow'))
      const ratios = starts(row).map((start, round) => start / reference[round])
      return [name, name === 'slidev' ? 1 : size, best(starts(row)).toFixed(0), median(starts(row)).toFixed(0), median(ratios).toFixed(2)]
    }),
  )
  return [
    table('Start: ms from the process to the first slide painted', ['program', 'decks', 'best', 'median', 'of hedgerow'], startRows),
    table(
      `Change: ms from the saved file to the changed pixel, ${edits('hedgerow').length} edits of ${deck.file} (${deck.slides} slides)`,
      ['program', 'median', '95th percentile', 'median of hedgerow', '95th of hedgerow', 'MB of the server'],
      names.map((name) => [
        name,
        median(edits(name)).toFixed(0),
        percentile(edits(name), 0.95).toFixed(0),
        ratio((program) => median(edits(program)), name),
        ratio((program) => percentile(edits(program), 0.95), name),
        median(pick(results[name], 'memory')).toFixed(0),
      ]),
    ),
    table(
      'Memory: MB of hedgerow dev',
      ['after edits', 'MB'],
      Object.entries(memory).map(([number, size]) => [number, size.toFixed(0)]),
    ),
    '',
    'Slidev has one deck at a time; all of its rows serve that deck alone.',
  ].join('\n')
}
