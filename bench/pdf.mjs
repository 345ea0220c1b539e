import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { execFileSync } from 'node:child_process'
import { inTurn } from './in-turn.mjs'
import { measureTree } from './measure-tree.mjs'
import { best, median } from './statistics.mjs'
import { table } from './table.mjs'

const bin = (name) => fileURLToPath(new URL(`node_modules/.bin/${name}`, import.meta.url))
const WANTED = '20240822'

// It prints one deck at a time.
const EACH_WITH_REVEAL_MD =
  'for deck; do "$0" "$deck" --print out.pdf --puppeteer-launch-args=--no-sandbox --puppeteer-chromium-executable "$CHROME_PATH" || exit; done'

/** What the PDF of one deck costs beside plain Chromium on the built page and beside other programs, and that of all decks. */
export async function benchPdf({ folder, home, root, decks }, { rounds, say, environment }) {
  const { findChromium } = await import(pathToFileURL(path.join(home, 'lib/node/chromium/find-chromium.js')).href)
  const chromium = findChromium(environment)
  if (chromium === undefined) return { text: '\nPDF: left out, there is no Chromium' }
  const deck = decks.find(({ file }) => file.includes(WANTED)) ?? decks[0]
  const work = path.join(folder, 'pdf')
  const site = path.join(work, 'site')
  mkdirSync(work, { recursive: true })
  const cli = path.join(home, 'lib/cli/main.js')
  execFileSync('sh', ['-c', '"$@" 2> /dev/null || test $? = 1', 'sh', 'node', cli, 'build', root, '--out', site])
  const source = path.join(root, deck.file)
  const out = path.join(work, 'out.pdf')
  const cache = path.join(work, 'cache')
  const env = { ...environment, XDG_CACHE_HOME: cache, CHROME_PATH: chromium, PUPPETEER_EXECUTABLE_PATH: chromium }
  const ours = path.join(work, 'ours', `${deck.id}.pdf`)
  const programs = {
    'plain chromium': {
      file: out,
      line: [
        ...[chromium, '--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
        ...['--no-pdf-header-footer', `--print-to-pdf=${out}`, pathToFileURL(path.join(site, `${deck.id}.html`)).href],
      ],
    },
    hedgerow: { file: ours, line: ['node', cli, 'pdf', source, '--out', path.join(work, 'ours')] },
    'reveal-md': {
      file: out,
      line: [bin('reveal-md'), source, '--print', out, '--puppeteer-launch-args=--no-sandbox', '--puppeteer-chromium-executable', chromium],
    },
    marp: { file: out, line: [bin('marp'), source, '--pdf', '--html', '--allow-local-files', '--browser-path', chromium, '--output', out] },
  }
  const failed = {}
  const once = (name) => async () => {
    const { file, line } = programs[name]
    if (failed[name] !== undefined) return undefined
    for (const old of [file, cache]) rmSync(old, { recursive: true, force: true })
    try {
      const measured = await measureTree(line, { cwd: work, env })
      if (!existsSync(file)) throw new Error('it has written no PDF')
      return { ...measured, size: statSync(file).size }
    } catch (cause) {
      failed[name] = cause.message
      return undefined
    }
  }
  const tasks = Object.fromEntries(Object.keys(programs).map((name) => [name, once(name)]))
  const runs = await inTurn(tasks, rounds, (round) => say(`pdf: round ${round} of ${rounds}`))
  const plain = runs['plain chromium']
  const rows = Object.entries(runs).map(([name, all]) => {
    if (failed[name] !== undefined) return [name, 'failed', '', '', '']
    const ratio = median(all.map(({ cpu }, round) => cpu / plain[round].cpu))
    const of = (key) => best(all.map((run) => run[key]))
    return [name, of('cpu').toFixed(2), ratio.toFixed(2), of('memory').toFixed(0), (of('size') / 1000).toFixed(0)]
  })
  say('pdf: all decks')
  rmSync(cache, { recursive: true, force: true })
  const timed = async (line) => {
    const started = performance.now()
    const measured = await measureTree(line, { cwd: work, env })
    return { ...measured, seconds: (performance.now() - started) / 1000 }
  }
  const all = ['node', cli, 'pdf', root, '--out', path.join(work, 'all')]
  const folders = {
    cold: await timed(all),
    unchanged: await timed(all),
    marp: await timed([
      ...[bin('marp'), '--pdf', '--html', '--allow-local-files', '--browser-path', chromium],
      ...['--input-dir', root, '--output', path.join(work, 'marp')],
    ]),
    'reveal-md': await timed(['sh', '-c', EACH_WITH_REVEAL_MD, bin('reveal-md'), ...decks.map(({ file }) => path.join(root, file))]),
  }
  const text = [
    table(`PDF of ${deck.file}: CPU seconds and memory of all processes`, ['program', 'CPU s', 'of plain', 'MB', 'KB of PDF'], rows),
    ...Object.entries(failed).map(([name, reason]) => `${name} failed: ${reason.split('\n').slice(0, 3).join(' | ')}`),
    table(
      `PDFs of ${decks.length} decks`,
      ['run', 'CPU s', 's', 'MB'],
      Object.entries(folders).map(([name, { cpu, seconds, memory }]) => [name, cpu.toFixed(1), seconds.toFixed(1), memory.toFixed(0)]),
    ),
  ].join('\n')
  return { runs, failed, folders, text }
}
