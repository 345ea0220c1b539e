import type { Report } from '../../core/diagnostics/diagnostic.ts'
import type { OutsideLink } from '../../core/model.ts'
import { openJsonCache } from '../json-cache.ts'
import { askAddress } from './ask-address.ts'
import type { Asking, LinkState } from './ask-address.ts'

export interface CheckLinks extends Asking {
  /** Keeps what was found out from one check to the next. */
  readonly cache: string
  /** Milliseconds since 1970. */
  readonly now: number
  /** Milliseconds between two questions to one server. */
  readonly pause: number
  /** Beginnings of addresses that are not asked. */
  readonly passed: readonly string[]
  readonly onProgress: (done: number, all: number) => void
}

interface Known {
  readonly at: number
  readonly state: LinkState
}

const DAY = 86_400_000
const KEPT: Readonly<Record<LinkState['kind'], number>> = { alive: 7 * DAY, moved: 7 * DAY, dead: DAY, unknown: 0 }
const AT_ONCE = 6
const MOST = 5000

/** Asks the addresses on other servers that decks link to, each once and one server at a time, and reports those that are dead or have moved. */
export async function checkLinks(links: readonly OutsideLink[], report: Report, options: CheckLinks): Promise<void> {
  const states = await askAll([...new Set(links.map(({ address }) => withoutHash(address)))], options)
  const isOffline =
    states.size > 0 && [...states.values()].every((state) => state.kind === 'dead' && state.why === 'there is no such server')
  for (const { address, place } of links) {
    const state = states.get(withoutHash(address))
    if (!state) continue
    if (state.kind === 'moved') report('link-moved', place, address, state.to + new URL(address).hash)
    else if (state.kind === 'dead' && !isOffline) report('link-dead', place, address, state.why)
    else if (state.kind !== 'alive')
      report('link-unasked', place, address, isOffline ? 'no server is found at all; is there a network?' : state.why)
  }
}

async function askAll(addresses: readonly string[], options: CheckLinks): Promise<ReadonlyMap<string, LinkState>> {
  const { cache: folder, now, passed, pause, onProgress } = options
  const cache = openJsonCache(folder)
  const states = new Map<string, LinkState>()
  const byHost = new Map<string, string[]>()
  for (const address of addresses) {
    if (passed.some((beginning) => address.startsWith(beginning))) continue
    // What is read was written below.
    const known = cache.read([address]) as Known | undefined
    const isFresh = known !== undefined && now - known.at < KEPT[known.state.kind]
    if (isFresh) states.set(address, known.state)
    else if (states.size + byHost.size < MOST) byHost.set(new URL(address).host, [...(byHost.get(new URL(address).host) ?? []), address])
  }
  const hosts = [...byHost.values()]
  const all = hosts.flat().length
  let done = 0
  const work = async () => {
    for (let host = hosts.shift(); host !== undefined; host = hosts.shift()) {
      let refusal: LinkState | undefined
      for (const [index, address] of host.entries()) {
        if (index > 0 && !refusal) await new Promise((resolve) => setTimeout(resolve, pause))
        // A server that has had enough is left alone.
        const state = refusal ?? (await askAddress(address, options))
        if (state.kind === 'unknown' && state.isBusy) refusal = state
        states.set(address, state)
        if (KEPT[state.kind] > 0) cache.write([address], { at: now, state } satisfies Known)
        done += 1
        onProgress(done, all)
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return states
}

const withoutHash = (address: string) => address.replace(/#.*$/s, '')
