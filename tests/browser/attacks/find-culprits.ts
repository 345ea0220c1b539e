import type { Attack } from '../../support/read-attacks.ts'
import { hasFrontMatter } from './kinds.ts'
import type { Watcher } from './watch-attacks.ts'

/** What several attacks have done on one page. */
export interface Seen {
  readonly faults: readonly string[]
  /** Each of them has been tried: none has broken the page for the others. */
  readonly isWhole: boolean
}

export type Try = (attacks: readonly Attack[], watcher: Watcher) => Promise<Seen>

const TOGETHER = 16

/**
 * Tries attacks, several on one page, and says of each that did what it must not what that was.
 * A page on which anything happens is halved until it is known whose doing it is.
 */
export async function findCulprits(attacks: readonly Attack[], watchers: readonly Watcher[], tryThem: Try): Promise<string[]> {
  const found = await inTurn(groupsOf(attacks), watchers, (group, watcher) => culpritsOf(group, watcher, tryThem))
  return found.flat()
}

/** Does something with each of a list, as many at a time as there are watchers. */
export async function inTurn<T, R>(
  list: readonly T[],
  watchers: readonly Watcher[],
  work: (item: T, watcher: Watcher) => Promise<R>,
): Promise<R[]> {
  const waiting = [...list]
  const done: R[] = []
  const begin = async (watcher: Watcher) => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) done.push(await work(item, watcher))
  }
  await Promise.all(watchers.map(begin))
  return done
}

async function culpritsOf(group: readonly Attack[], watcher: Watcher, tryThem: Try): Promise<string[]> {
  const { faults, isWhole } = await tryThem(group, watcher)
  if (faults.length === 0 && isWhole) return []
  const said = faults.map((fault) => `${group.map(({ id }) => id).join(' ')}: ${fault}`)
  if (group.length === 1) return said
  const middle = Math.ceil(group.length / 2)
  const first = await culpritsOf(group.slice(0, middle), watcher, tryThem)
  const second = await culpritsOf(group.slice(middle), watcher, tryThem)
  // Some may do it only together.
  return first.length + second.length > 0 ? [...first, ...second] : said
}

// Front matter counts for a whole deck.
function groupsOf(attacks: readonly Attack[]): (readonly Attack[])[] {
  const others = attacks.filter((attack) => !hasFrontMatter(attack))
  const groups: (readonly Attack[])[] = []
  for (let at = 0; at < others.length; at += TOGETHER) groups.push(others.slice(at, at + TOGETHER))
  return [...groups, ...attacks.filter(hasFrontMatter).map((attack) => [attack])]
}
