import type { PreviewServer, ViteDevServer } from 'vite'

/** Where a server can be reached. */
export interface ServerAddresses {
  /** Addresses for this machine. */
  readonly local: readonly string[]
  /** Addresses for other machines, the most likely one of a local network first. */
  readonly network: readonly string[]
  readonly port: number
}

/** Where a server of Vite can be reached, once it listens. */
export function serverAddresses({
  resolvedUrls,
  httpServer,
}: Pick<ViteDevServer, 'resolvedUrls' | 'httpServer'> | Pick<PreviewServer, 'resolvedUrls' | 'httpServer'>): ServerAddresses {
  const { local = [], network = [] } = resolvedUrls ?? {}
  const listening = httpServer?.address()
  const port = typeof listening === 'object' && listening !== null ? listening.port : 0
  return { local, network: network.toSorted((one, other) => rank(one) - rank(other)), port }
}

// Containers and virtual machines usually have addresses of the last kind.
function rank(address: string): number {
  const { hostname } = new URL(address)
  return ['192.168.', '10.'].findIndex((start) => hostname.startsWith(start)) >>> 0
}
