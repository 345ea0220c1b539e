import { UsageError } from './usage.ts'

const NO_ADDRESS: ReadonlySet<unknown> = new Set(['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'])

/** Starts a server. Throws `UsageError` if it cannot listen at the address or the port from the command line. */
export async function startServer<T>(
  { host, port }: { readonly host?: string | true | undefined; readonly port: number },
  start: () => Promise<T>,
): Promise<T> {
  try {
    return await start()
  } catch (cause) {
    const { code, syscall } = cause instanceof Error ? (cause as NodeJS.ErrnoException) : {}
    if (typeof host === 'string' && NO_ADDRESS.has(code))
      throw new UsageError(`--host must be an address or a name of this machine; got "${host}"`)
    if (code === 'EACCES' && syscall === 'listen') throw new UsageError(`--port must be one that you may use, such as 8080; got "${port}"`)
    throw cause
  }
}
