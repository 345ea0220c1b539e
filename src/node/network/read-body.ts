import type { IncomingMessage } from 'node:http'

export interface BodyLimits {
  /** In bytes. */
  readonly most: number
  /** Milliseconds without a byte. */
  readonly stall: number
}

/** Why a body was not read to its end, as the `code` of the error. */
export type BodyError = 'TOO_LARGE' | 'STALLED' | 'CUT_OFF' | 'NO_LENGTH' | 'COMPRESSED'

/**
 * Reads the body of an answer. Throws an error with a `code` if it is too large, stalls, or may be incomplete.
 * Compressed bodies are refused: a few bytes could become many.
 */
export async function readBody(response: IncomingMessage, { most, stall }: BodyLimits): Promise<Uint8Array> {
  const { 'content-length': said, 'transfer-encoding': transfer = '', 'content-encoding': encoding = 'identity' } = response.headers
  const chunks: Buffer[] = []
  let length = 0
  const timer = setTimeout(() => response.destroy(bodyError('STALLED')), stall)
  try {
    if (!/^(identity)?$/i.test(encoding.trim())) throw bodyError('COMPRESSED')
    if (said === undefined && !/\bchunked$/i.test(transfer.trim())) throw bodyError('NO_LENGTH')
    if (Number(said ?? 0) > most) throw bodyError('TOO_LARGE')
    for await (const chunk of response as AsyncIterable<Buffer>) {
      timer.refresh()
      length += chunk.length
      if (length > most) throw bodyError('TOO_LARGE')
      chunks.push(chunk)
    }
    if (!response.complete || (said !== undefined && Number(said) !== length)) throw bodyError('CUT_OFF')
    return Buffer.concat(chunks)
  } catch (cause) {
    throw cause instanceof Error && 'code' in cause && /^(ECONNRESET|HPE_\w+|EPIPE)$/.test(String(cause.code))
      ? bodyError('CUT_OFF')
      : cause
  } finally {
    clearTimeout(timer)
    response.destroy()
  }
}

function bodyError(code: BodyError): Error {
  return Object.assign(new Error(code), { code })
}
