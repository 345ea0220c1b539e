import { parentPort } from 'node:worker_threads'
import { instance } from '@viz-js/viz'
import type { Drawing } from '../../core/model.ts'

// A thread of its own: a graph that takes too long is ended with it.
const viz = await instance()

parentPort?.on('message', (source: string) => parentPort?.postMessage(draw(source)))

function draw(source: string): Drawing {
  const font = { fontname: 'Arial' }
  const { status, output, errors } = viz.render(source, {
    format: 'svg',
    graphAttributes: { ...font, bgcolor: 'transparent' },
    nodeAttributes: font,
    edgeAttributes: font,
  })
  if (status === 'success') return { svg: output }
  const problem = errors.map(({ message }) => message).join('; ') || 'it is no graph'
  const line = /\bin line (\d+)/.exec(problem)?.[1]
  return { problem, ...(line === undefined ? {} : { line: Number(line) }) }
}
