import type { PadAddress } from '../../src/core/pads/pad-address.ts'
import { openPadClient, type PadClient, type PadClientOptions } from '../../src/node/pads/pad-client.ts'
import { openPadServer, type PadServer, type PadServerOptions } from './pad-server.ts'

/** Servers and clients of one test, which ends them. */
export interface PadRun {
  readonly serve: (options?: PadServerOptions) => Promise<PadServer>
  /** A server with the pad `call`. */
  readonly serveCall: (options?: PadServerOptions) => Promise<PadServer>
  /** A client that the server has been named to. It does not really wait. */
  readonly openClient: (server: PadServer, options?: Partial<PadClientOptions>) => PadClient
  /** The pauses that clients would have made, in milliseconds. */
  readonly waits: number[]
  readonly close: () => Promise<void>
}

/** The text of the pad `call`. */
export const CALL = '# Eins\n\n## Zwei\n'

export function openPadRun(): PadRun {
  const closing: (() => unknown)[] = []
  const waits: number[] = []
  const serve = async (options?: PadServerOptions) => {
    const server = await openPadServer(options)
    closing.push(() => server.close())
    return server
  }
  return {
    waits,
    serve,
    async serveCall(options) {
      const server = await serve(options)
      server.addPad({ alias: 'call', text: CALL })
      return server
    },
    openClient(server, options) {
      const wait = (time: number) => {
        waits.push(time)
        return Promise.resolve()
      }
      const client = openPadClient({ agent: 'hedgerow-test', servers: [server.root], wait, ...options })
      closing.push(() => client.close())
      return client
    },
    async close() {
      waits.splice(0)
      await Promise.all(closing.splice(0).map((close) => close()))
    },
  }
}

export const padAt = ({ root }: PadServer, id = 'call'): PadAddress => ({ server: root, id, fragment: '' })

/** The problem of a failed answer; any other answer as it is. */
export const problemOf = (answer: object) => ('problem' in answer ? answer.problem : answer)

/** A picture of one pixel. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
