import { WrongUse } from './exit.ts'

/** A port number from the command line. Throws `WrongUse`. */
export function readPort(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new WrongUse(`--port must be a number from 0 to 65535, but is ${text}`)
  return port
}
