import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Document } from '../../core/deck/open-document.ts'
import { collect } from '../../core/diagnostics/collect.ts'
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts'
import type { DiagramSource, Draw, Drawn } from '../diagrams/open-diagram-renderer.ts'
import type { ComposerSetup, Composition, OpenComposer } from './composer.ts'
import type { Resize, Resized } from './resize-pictures.ts'
import { isMachineFault, MachineFault, reasonOf } from '../files/system-errors.ts'
import { packageFolder } from '../package/package-paths.ts'

export type ToWorker = { readonly document: Document } | { readonly drawn: Drawn } | { readonly resized: readonly Resized[] }
export type FromWorker =
  | { readonly isReady: true }
  | { readonly composition: Composition }
  | { readonly diagram: DiagramSource }
  | { readonly pictures: readonly string[] }
  | { readonly fault: string }

/** Limits for one deck: time in milliseconds, memory in megabytes. */
export interface DeckLimits {
  readonly time: number
  readonly memory: number
}

// In megabytes. With what V8 takes by itself, threads need more memory and are not faster.
const YOUNG = 16

// The largest of 1400 real decks takes a twentieth of a second.
const LIMITS: DeckLimits = { time: 20_000, memory: 1024 }

/** Composes decks in a thread, which is terminated with a deck that exceeds its limits. */
export function composeInWorker(limits = LIMITS): OpenComposer {
  return (setup, draw, resize = keepAll) => {
    let worker: Promise<Worker> | undefined
    const end = async () => {
      const ended = worker
      worker = undefined
      await (await ended?.catch(() => undefined))?.terminate()
    }
    return {
      atOnce: 1,
      async compose(document) {
        worker ??= start(setup, limits)
        const thread = await worker
        try {
          return await ask(thread, document, { draw, resize, time: limits.time })
        } catch (cause) {
          await end()
          if (isMachineFault(cause)) throw cause
          return failed(document, cause, limits)
        }
      },
      close: end,
    }
  }
}

class TooLong extends Error {}

// A thread that stops before it has a deck is not the fault of a deck.
function start(setup: ComposerSetup, { memory }: DeckLimits): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.join(packageFolder, 'lib/node/compose/worker.js'), {
      workerData: setup,
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: YOUNG },
    })
    const fail = (cause: unknown) => reject(new MachineFault(`the thread that renders the pages did not start: ${reasonOf(cause)}`))
    worker.once('error', fail).once('message', () => {
      worker.off('error', fail)
      resolve(worker)
    })
  })
}

// Pages show the pictures themselves.
const keepAll: Resize = async (pictures) => pictures.map(() => ({ copies: [] }))

interface Helpers {
  readonly draw: Draw
  readonly resize: Resize
  readonly time: number
}

/** Has the thread compose a deck, renders its diagrams, and has copies made of its pictures: each has limits of its own. */
function ask(worker: Worker, document: Document, { draw, resize, time }: Helpers): Promise<Composition> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined
    const done = (finish: () => void) => {
      clearTimeout(timer)
      worker.off('message', hear).off('error', fail)
      finish()
    }
    const fail = (cause: unknown) => done(() => reject(cause instanceof Error ? cause : new Error(String(cause))))
    const tell = (message: ToWorker) => {
      timer = setTimeout(() => fail(new TooLong()), time)
      worker.postMessage(message)
    }
    const hear = (message: FromWorker) => {
      clearTimeout(timer)
      if ('composition' in message) done(() => resolve(message.composition))
      else if ('fault' in message) fail(new MachineFault(message.fault))
      else if ('diagram' in message) draw(message.diagram).then((drawn) => tell({ drawn }), fail)
      else if ('pictures' in message) resize(message.pictures).then((resized) => tell({ resized }), fail)
    }
    worker.on('message', hear).on('error', fail)
    tell({ document })
  })
}

function failed({ source }: Document, cause: unknown, { time, memory }: DeckLimits): Composition {
  const diagnostics: Diagnostic[] = []
  const report = collect(diagnostics)
  const isTooLarge = cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
  if (cause instanceof TooLong) report('deck-too-slow', { file: source.path }, `${time / 1000} seconds`)
  else if (isTooLarge) report('deck-too-slow', { file: source.path }, `${memory} MB of memory`)
  else report('deck-failed', { file: source.path }, reasonOf(cause))
  return { diagnostics, drawings: [], used: [] }
}
