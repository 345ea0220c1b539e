import { availableParallelism } from 'node:os'
import type { Document } from '../../core/deck/open-document.ts'
import type { Draw } from '../diagrams/open-diagram-renderer.ts'
import type { Composer, Composition, OpenComposer } from './composer.ts'
import { composeInWorker } from './in-worker.ts'

/** What a machine has for this process: memory in bytes. */
export interface Machine {
  readonly cores: number
  readonly memory: number
}

export interface WorkersOptions {
  /** Most threads. */
  readonly most?: number
  /** Characters of text that each thread must have composed before another one is started. */
  readonly pays?: number
}

// A thread loads and optimises the code for itself; in that time another one composes half of this.
const PAYS = 500_000
// A thread takes 70 MB for usual decks, and the limit of one deck is higher than this.
const MEMORY = 500_000_000
// Writing the pages takes a sixth of the time that composing them takes, and one thread does it for all.
const MOST = 6

/** How many threads a machine has room for. */
export function threadsFor({ cores, memory }: Machine): number {
  return Math.max(1, Math.min(cores, Math.floor(memory / MEMORY), MOST))
}

/** Composes decks in several threads, each opened by `openThread`. One is started when a deck waits for it and the work has been worth its start. */
export function composeInWorkers(openThread = composeInWorker(), { most = threadsHere(), pays = PAYS }: WorkersOptions = {}): OpenComposer {
  return (setup, draw, resize) => {
    const drawInTurn = inTurn(draw)
    const threads: Composer[] = []
    const idle: Composer[] = []
    const waiting: Job[] = []
    let composed = 0
    const nextThread = (): Composer | undefined => {
      if (idle.length > 0 || threads.length === most || composed < threads.length * pays) return idle.pop()
      const thread = openThread(setup, drawInTurn, resize)
      threads.push(thread)
      return thread
    }
    const composeNext = () => {
      while (waiting.length > 0) {
        const thread = nextThread()
        const job = thread && waiting.shift()
        if (!job) return
        const done = () => {
          composed += job.document.source.text.length
          idle.push(thread)
          composeNext()
        }
        thread.compose(job.document).finally(done).then(job.resolve, job.reject)
      }
    }
    return {
      atOnce: most,
      compose: (document) =>
        new Promise((resolve, reject) => {
          waiting.push({ document, resolve, reject })
          composeNext()
        }),
      async close() {
        waiting.length = 0
        await Promise.all(threads.map(({ close }) => close()))
      },
    }
  }
}

interface Job {
  readonly document: Document
  readonly resolve: (composition: Composition) => void
  readonly reject: (cause: unknown) => void
}

function threadsHere(): number {
  return threadsFor({ cores: availableParallelism(), memory: process.availableMemory() })
}

// The renderer of diagrams takes one at a time.
function inTurn(draw: Draw): Draw {
  let last: Promise<unknown> = Promise.resolve()
  return (diagram) => {
    const drawn = last.then(() => draw(diagram))
    last = drawn.catch(() => undefined)
    return drawn
  }
}
