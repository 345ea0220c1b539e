import { once } from 'node:events'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Drawing } from '../../core/model.ts'
import { packageFolder } from '../read-client.ts'

export interface Graphviz {
  /** `undefined` where it takes too long. Throws where the thread stops. */
  readonly draw: (source: string) => Promise<Drawing | undefined>
  readonly close: () => Promise<void>
}

/** Graphviz in a thread, which starts with the first graph and ends where one takes too long. */
export function openGraphviz(limit: number): Graphviz {
  let worker: Worker | undefined
  const close = async () => {
    const open = worker
    worker = undefined
    await open?.terminate()
  }
  return {
    async draw(source) {
      worker ??= new Worker(path.join(packageFolder, 'lib/node/diagrams/graphviz-worker.js'))
      try {
        worker.postMessage(source)
        // The thread answers with nothing else.
        const [drawing] = (await once(worker, 'message', { signal: AbortSignal.timeout(limit) })) as [Drawing]
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
