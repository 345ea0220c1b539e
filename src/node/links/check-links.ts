import type { Report } from '../../core/diagnostics/diagnostic.ts'
import type { OutsideLink } from '../../core/model.ts'
import { SITE_FILE } from '../../core/config/site-file.ts'
import { askAddress, type Asking, NO_SERVER } from './ask-address.ts'
import { caches, openJsonCache } from '../cache.ts'
import { isKnownLink, type LinkState, openHostNotes } from './link-states.ts'

export interface CheckLinks extends Asking {
  /** Folder of the cache. */
  readonly cache: string
  /** Milliseconds since 1970. */
  readonly now: number
  /** Milliseconds between two requests to one server. */
  readonly pause: number
  /** Prefixes of addresses that are skipped. */
  readonly passed: readonly string[]
  /** Milliseconds that the check may take; the addresses left then are counted. */
  readonly longest: number
  readonly onProgress: (done: number, all: number) => void
}

const DAY = 86_400_000
const KEPT: Readonly<Record<LinkState['kind'], number>> = { alive: 7 * DAY, moved: 7 * DAY, dead: DAY, unknown: 0 }
const AT_ONCE = 6

/** Checks the addresses on other servers that decks link to, each once, with a pause between requests to one server, and reports broken and moved ones. */
export async function checkLinks(links: readonly OutsideLink[], report: Report, options: CheckLinks): Promise<void> {
  const { states, left } = await askAll([...new Set(links.map(({ address }) => withoutHash(address)))], options)
  const isOffline = states.size > 0 && [...states.values()].every((state) => state.kind === 'dead' && state.why === NO_SERVER)
  for (const { address, location } of links) {
    const state = states.get(withoutHash(address))
    if (!state) continue
    if (state.kind === 'moved') report('link-moved', location, address, state.to + new URL(address).hash)
    else if (state.kind === 'dead' && !isOffline) report('link-broken', location, address, state.why)
    else if (state.kind !== 'alive')
      report('link-unchecked', location, address, isOffline ? 'no server could be found; check your network connection' : state.why)
  }
  if (left > 0) report('links-left', { file: SITE_FILE }, `${left}`, `${Math.round(options.longest / 1000)} s`)
}

interface Asked {
  readonly states: ReadonlyMap<string, LinkState>
  /** How many addresses were not checked for lack of time. */
  readonly left: number
}

interface HostToAsk {
  readonly addresses: string[]
  /** When one of them was last requested without an answer; -1 if none was. */
  last: number
}

async function askAll(addresses: readonly string[], options: CheckLinks): Promise<Asked> {
  const { cache: folder, now, passed, pause, longest, onProgress } = options
  const cache = openJsonCache(folder, caches.links, isKnownLink)
  const states = new Map<string, LinkState>()
  const byHost = new Map<string, HostToAsk>()
  let all = 0
  for (const address of addresses) {
    if (passed.some((beginning) => address.startsWith(beginning))) continue
    const known = cache.read([address])
    if (known !== undefined && now - known.at < KEPT[known.state.kind]) {
      states.set(address, known.state)
      continue
    }
    const { host } = new URL(address)
    const toAsk = byHost.get(host) ?? { addresses: [], last: -1 }
    toAsk.addresses.push(address)
    if (known?.state.kind === 'unknown') toAsk.last = Math.max(toAsk.last, known.at)
    byHost.set(host, toAsk)
    all += 1
  }
  // Start with what an earlier check had no time for, or hosts that do not answer would use up all the time again.
  const hosts = [...byHost.values()].toSorted((a, b) => a.last - b.last)
  const signal = AbortSignal.timeout(longest)
  const asking = { ...options, hosts: openHostNotes(), signal }
  let next = 0
  let done = 0
  const work = async () => {
    for (let host = hosts[next++]; host !== undefined; host = hosts[next++]) {
      for (const [index, address] of host.addresses.entries()) {
        const isRefused = asking.hosts.stateOf(new URL(address).host) !== undefined
        if (index > 0 && !isRefused) await new Promise((resolve) => setTimeout(resolve, pause))
        if (signal.aborted) return
        const state = await askAddress(address, asking)
        // The check ended before there was an answer.
        if (signal.aborted && state.kind === 'unknown') return
        states.set(address, state)
        cache.write([address], { at: now, state })
        done += 1
        onProgress(done, all)
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return { states, left: all - done }
}

const withoutHash = (address: string) => address.replace(/#.*$/s, '')
