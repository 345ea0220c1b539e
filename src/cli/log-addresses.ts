import { safeText } from '../core/diagnostics/safe-text.ts'
import type { ServerAddresses } from '../dev/server-addresses.ts'
import { drawQrCode } from './draw-qr-code.ts'
import { forwardedHost } from './forwarded-host.ts'
import type { Terminal } from './terminal.ts'

interface Served {
  /** What is at the addresses: `decks` or `site`. */
  readonly what: string
  /** The port that was wanted; 0 is any. */
  readonly port: number
  /** What others can do if the network can reach it. */
  readonly risk: string
  /** A page to which to lead first, with its name: its address relative to those of the server. */
  readonly first?: { readonly name: string; readonly address: string } | undefined
}

/** Says where a server can be reached, with a QR code for phones if the network can reach it, and how to stop it. */
export function logAddresses(
  { local, network, port }: ServerAddresses,
  { what, port: wanted, risk, first }: Served,
  terminal: Terminal,
): void {
  const say = (name: string, address: string) => logAddress(name, address, terminal)
  const pageOf = (address: string) => pageAt(address, first)
  if (wanted !== 0 && port !== wanted) terminal.log(terminal.paint('yellow', `port ${wanted} is in use, so the port is ${port}`))
  const forwarded = forwardedHost(port, process.env)
  for (const address of local) {
    if (first !== undefined) say(first.name, pageOf(address))
    say(what, address)
  }
  if (forwarded !== undefined) say('forwarded', pageOf(`https://${forwarded}${pathOf(local[0] ?? network[0])}`))
  for (const address of network) say('network', pageOf(address))
  if (network.length > 0) terminal.log(terminal.paint('yellow', risk))
  const [nearest] = network
  const code = nearest !== undefined && terminal.hasColours ? drawQrCode(pageOf(nearest), terminal.columns ?? 0) : undefined
  for (const line of code ?? []) terminal.log(line)
  if (code && network.length > 1) terminal.log(terminal.paint('dim', `the code is the address ${safeText(pageOf(nearest ?? ''))}`))
  terminal.log(terminal.paint('dim', 'press Ctrl+C to stop'))
}

// That under which a preview serves the site.
const pathOf = (address: string | undefined) => (address === undefined ? '/' : new URL(address).pathname)

/** Says again where what is served can be opened on this machine. */
export function logMainAddress({ local: [address] }: ServerAddresses, { what, first }: Served, terminal: Terminal): void {
  if (address === undefined) return
  logAddress(first?.name ?? what, pageAt(address, first), terminal)
}

function logAddress(name: string, address: string, terminal: Terminal): void {
  terminal.log(`${terminal.paint('bold', safeText(name))}: ${safeText(address)}`)
}

const pageAt = (address: string, first: Served['first']) => (first === undefined ? address : new URL(first.address, address).href)

/** Says that a request named a host that is not the server's, and what to do if it is. */
export function logRefused(host: string, terminal: Terminal): void {
  terminal.log(
    terminal.paint('yellow', `refused requests for "${safeText(host)}"; if that name is yours, add --allowed-hosts ${safeText(host)}`),
  )
}
