// What this file needs of it; the types of Node do not have it.
declare const WebAssembly: { readonly Memory: { readonly prototype: Memory } }

interface Memory {
  readonly buffer: ArrayBuffer
  grow: (this: Memory, pages: number) => number
}

const PAGE = 65_536

/** Calls `end`, which must not return, as soon as a WebAssembly memory of this thread would grow beyond `bytes`. */
export function limitWasmMemory(bytes: number, end: () => void): void {
  const { grow } = WebAssembly.Memory.prototype
  // Emscripten grows its memory from JavaScript, by this method.
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * PAGE > bytes) end()
    return grow.call(this, pages)
  }
}
