import { fork } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** How many decks one site has. */
export const BATCH = 10
/** Milliseconds of work after which a deck hangs. */
export const LIMIT = 5000
// A machine that is busy with something else takes longer for the same work.
const PATIENCE = 6
// A thread that composes decks has as much.
const MEMORY = 1024

const nameOf = (index) => `deck${index}.md`

/** Writes decks as a folder that can be built, with a few files that they may name. */
export function writeDecks(folder, decks) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'site.yaml'), "include: ['*']\n")
  for (const name of ['a.png', 'a.mp4', 'a.pdf', 'b']) writeFileSync(path.join(folder, name), '')
  writeFileSync(path.join(folder, 'a.svg'), '<svg viewBox="0 0 9 9"><path d="M0 0"/></svg>')
  for (const [index, text] of decks.entries()) writeFileSync(path.join(folder, nameOf(index)), text)
}

/**
 * Builds decks in a process that can be ended: whatever they do to it, it is ours to say.
 * `run` gives the first failure and the slowest deck; `restart` forgets all that earlier decks have left behind.
 */
export function createRunner() {
  const holder = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-fuzzing-'))
  const first = path.join(holder, 'first')
  writeDecks(first, ['# x\n'])
  process.on('exit', () => rmSync(holder, { recursive: true, force: true }))
  let child
  let count = 0

  const restart = async () => {
    const ended = child
    child = undefined
    if (!ended || ended.exitCode !== null || ended.signalCode !== null) return
    await new Promise((resolve) => {
      ended.once('exit', resolve)
      ended.kill('SIGKILL')
    })
  }

  const start = () =>
    new Promise((resolve, reject) => {
      const started = fork(fileURLToPath(new URL('child.mjs', import.meta.url)), [first], {
        execArgv: [`--max-old-space-size=${MEMORY}`],
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      })
      started.once('exit', () => reject(new Error('the child does not start: run npm run compile')))
      started.on('message', ({ ready }) => ready !== undefined && (ready ? resolve(started) : reject(new Error('there are no scripts'))))
    })

  const run = async (decks, limit = LIMIT) => {
    child ??= await start()
    const running = child
    running.removeAllListeners()
    count += 1
    const folder = path.join(holder, String(count))
    writeDecks(folder, decks)
    const result = await watch(running, { folder, decks, limit })
    rmSync(folder, { recursive: true })
    if (result.failure && result.failure.kind !== 'page') await restart()
    return result
  }
  return { run, restart }
}

function watch(running, { folder, decks, limit }) {
  const indexOf = (file) => Number(/^deck(\d+)\.md$/.exec(file ?? '')?.[1] ?? Number.NaN)
  let open = ''
  let slowest = { text: '', ms: 0 }
  return new Promise((resolve) => {
    let timer
    const end = (failure) => {
      clearTimeout(timer)
      running.removeAllListeners()
      const index = failure ? indexOf(failure.path ?? open) : Number.NaN
      resolve({ slowest, ...(failure ? { failure: { ...failure, ...(Number.isNaN(index) ? {} : { index }) } } : {}) })
    }
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(
        () => end({ kind: 'hang', detail: `it does not end${open === '' ? ', and no deck has begun' : ''}` }),
        limit * PATIENCE,
      )
    }
    running.on('exit', (code, signal) => end({ kind: 'exit', detail: `the process ended with ${signal ?? code}` }))
    running.on('message', (message) => {
      wait()
      if (message.open !== undefined) open = message.open
      if (message.took > slowest.ms) slowest = { text: decks[indexOf(message.path)] ?? '', ms: message.took }
      if (message.took > limit) end({ kind: 'hang', path: message.path, detail: `it took ${Math.round(message.took)} ms` })
      else if (message.failure) end(message.failure)
      else if (message.done) end(undefined)
    })
    wait()
    running.send({ folder, files: decks.map((_, index) => nameOf(index)) })
  })
}
