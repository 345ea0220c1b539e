import { parentPort, workerData } from 'node:worker_threads'
import { instance } from '@viz-js/viz'
import { svgSizeText, LARGEST_SVG } from '../../core/diagram.ts'
import type { DrawnDiagram } from '../../core/model.ts'

// Longer ones quote the source.
const LONGEST_PROBLEM = 500
// Bytes of a page of WebAssembly memory.
const PAGE = 65_536

// Only graphviz.ts starts this file; it passes the number of bytes.
const memory = workerData as number

// A thread of its own: a graph that takes too long or too much memory ends with it. The limits of a thread do not count the memory of WebAssembly.
limitWasmMemory(memory, () => {
  parentPort?.postMessage({ tooMuch: `more than ${memory / 1e6} MB of memory` } satisfies DrawnDiagram)
  // Blocks until the main thread terminates this one: Graphviz cannot continue without the memory.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
})
const viz = await instance()

parentPort?.on('message', (source: string) => parentPort?.postMessage(draw(source)))

function draw(source: string): DrawnDiagram {
  const font = { fontname: 'Arial' }
  const { status, output, errors } = viz.render(source, {
    format: 'svg',
    graphAttributes: { ...font, bgcolor: 'transparent' },
    nodeAttributes: font,
    edgeAttributes: font,
  })
  if (status === 'success') return output.length > LARGEST_SVG ? { tooMuch: svgSizeText(output.length) } : { svg: output }
  const problem = errors.map(({ message }) => message).join('; ') || 'it is not a graph'
  const line = /\bin line (\d+)/.exec(problem)?.[1]
  return { problem: problem.slice(0, LONGEST_PROBLEM), line: line === undefined ? undefined : Number(line) }
}

// The part that this file needs; the types of Node.js lack it.
declare const WebAssembly: { readonly Memory: { readonly prototype: Memory } }

interface Memory {
  readonly buffer: ArrayBuffer
  grow: (this: Memory, pages: number) => number
}

/** Calls `end`, which must not return, as soon as a WebAssembly memory of this thread would grow beyond `bytes`. */
function limitWasmMemory(bytes: number, end: () => void): void {
  const { grow } = WebAssembly.Memory.prototype
  // Emscripten grows its memory from JavaScript, by this method.
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * PAGE > bytes) end()
    return grow.call(this, pages)
  }
}
