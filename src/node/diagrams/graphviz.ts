import { once } from 'node:events'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { DrawnDiagram } from '../../core/model.ts'
import { packageFolder } from '../package/package-paths.ts'

export interface Graphviz {
  /** `undefined` if it takes more than `limit` milliseconds. Throws if the thread stops. */
  readonly draw: (source: string, limit: number) => Promise<DrawnDiagram | undefined>
  readonly close: () => Promise<void>
}

/** Graphviz in a thread, which starts with the first graph and ends with one that takes too long, or more than `memory` bytes. */
export function openGraphviz(memory: number): Graphviz {
  let worker: Worker | undefined
  const close = async () => {
    const open = worker
    worker = undefined
    await open?.terminate()
  }
  return {
    async draw(source, limit) {
      worker ??= new Worker(path.join(packageFolder, 'lib/node/diagrams/graphviz-worker.js'), {
        workerData: memory,
        resourceLimits: { maxOldGenerationSizeMb: memory / 1e6 },
      })
      try {
        worker.postMessage(source)
        // The time that a deck has left may have fractions of milliseconds, which Node.js 20 refuses.
        const signal = AbortSignal.timeout(Math.ceil(limit))
        // The thread answers with nothing else.
        const [drawing] = (await once(worker, 'message', { signal })) as [DrawnDiagram]
        // After too much memory the thread waits to be terminated.
        if ('tooMuch' in drawing) await close()
        return drawing
      } catch (cause) {
        await close()
        if (cause instanceof Error && cause.name === 'AbortError') return undefined
        throw cause
      }
    },
    close,
  }
}
