import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import { packageFolder } from '../package/package-paths.ts'

/** Name of the optional package that encodes pictures. */
export const ENCODER = 'sharp'

/** The width of a picture in pixels, as it is shown, and its copies, the narrowest first. */
export interface EncodedPicture {
  readonly width: number
  readonly copies: readonly { readonly width: number; readonly content: Uint8Array }[]
}

export interface ToEncoder {
  readonly bytes: Uint8Array
}
/** `tooMuch` comes from a process that has to be ended. */
export type FromEncoder = { readonly encoded: EncodedPicture } | { readonly problem: string } | { readonly tooMuch: string }

/** Encodes pictures, one at a time, in a process that may die. */
export interface Encoder {
  /** Throws an error that says why the picture cannot be encoded. */
  readonly encode: (bytes: Uint8Array) => Promise<EncodedPicture>
  readonly close: () => Promise<void>
}

/** Limits for one picture: time in milliseconds, memory in bytes. */
export interface PictureLimits {
  readonly time: number
  readonly memory: number
}

// A photo of 12 million pixels takes a second and 150 MB.
const LIMITS: PictureLimits = { time: 30_000, memory: 1_000_000_000 }

/** Opens an encoder, whose process starts with the first picture, and anew after one that exceeds the limits. */
export function openEncoder({ time, memory }: PictureLimits = LIMITS): Encoder {
  let child: ChildProcess | undefined
  const close = async () => {
    const ended = child
    child = undefined
    // One that did not start has no id.
    if (ended?.pid === undefined || ended.exitCode !== null || ended.signalCode !== null) return
    const exit = new Promise((resolve) => ended.once('exit', resolve))
    ended.kill('SIGKILL')
    await exit
  }
  return {
    close,
    async encode(bytes) {
      child ??= start(memory)
      try {
        const answer = await ask(child, bytes, time)
        if ('encoded' in answer) return answer.encoded
        if ('tooMuch' in answer) throw new Error(`it takes more than ${answer.tooMuch}`)
        throw new Refused(answer.problem)
      } catch (cause) {
        // One that refuses a picture can encode the next.
        if (!(cause instanceof Refused)) await close()
        throw cause
      }
    },
  }
}

class Refused extends Error {}

function start(memory: number): ChildProcess {
  const program = path.join(packageFolder, 'lib/node/pictures/encode-pictures.js')
  return fork(program, [String(memory)], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [] })
}

function ask(child: ChildProcess, bytes: Uint8Array, time: number): Promise<FromEncoder> {
  return new Promise((resolve, reject) => {
    const done = (finish: () => void) => {
      clearTimeout(timer)
      child.off('message', hear).off('error', fail).off('exit', end)
      finish()
    }
    const fail = (cause: Error) => done(() => reject(cause))
    // The process answers with nothing else.
    const hear = (answer: unknown) => done(() => resolve(answer as FromEncoder))
    const end = () => fail(new Error('the program that reads it stopped'))
    const timer = setTimeout(() => fail(new Error(`it takes more than ${time / 1000} seconds`)), time)
    child.on('message', hear).on('error', fail).on('exit', end)
    child.send({ bytes } satisfies ToEncoder, (cause) => {
      if (cause) fail(cause)
    })
  })
}
