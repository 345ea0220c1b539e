import { parentPort, workerData } from 'node:worker_threads'
import { composeInProcess } from './in-process.ts'
import type { FromWorker, ToWorker } from './in-worker.ts'
import type { Drawn } from '../diagrams/open-diagram-renderer.ts'
import { reasonOf } from '../files/system-errors.ts'
import type { ComposerSetup } from './composer.ts'
import type { Resized } from './resize-pictures.ts'

// Only in-worker.ts starts this file, and sends it only these messages.
const port = parentPort
// KaTeX prints a warning for each character that it cannot measure, such as an emoji, without naming the deck.
Object.assign(console, { warn: () => undefined })
const waiting: ((drawn: Drawn) => void)[] = []
const resizing: ((resized: readonly Resized[]) => void)[] = []
const say = (message: FromWorker) => port?.postMessage(message)

const composer = composeInProcess(
  workerData as ComposerSetup,
  (diagram) =>
    new Promise((resolve) => {
      waiting.push(resolve)
      say({ diagram })
    }),
  (pictures) =>
    new Promise((resolve) => {
      resizing.push(resolve)
      say({ pictures })
    }),
)

port?.on('message', (message: ToWorker) => {
  if ('drawn' in message) waiting.shift()?.(message.drawn)
  else if ('resized' in message) resizing.shift()?.(message.resized)
  else
    composer.compose(message.document).then(
      (composition) => say({ composition }),
      (cause: unknown) => say({ fault: reasonOf(cause) }),
    )
})
say({ isReady: true })
