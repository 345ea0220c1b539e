import { type ListedShard, SEARCH_POLICY } from '../../core/shared/search-shard.ts'
import { loadScript } from '../load-script.ts'
import { loadSheet } from '../load-sheet.ts'
import { isTextOf } from './is-text-of.ts'
import { rootOf } from './read-own-list.ts'

/** What the build has written into a page that searches. */
interface Listed {
  readonly src: string
  readonly integrity: string
  readonly sheet: string
  readonly shards: readonly ListedShard[]
  /** Address of the list of those, in a page that does not list them itself. */
  readonly list: string
  readonly also: readonly string[]
  readonly title: string
}

declare global {
  interface Window {
    /** Not in all browsers, and not yet in the types of TypeScript. */
    readonly trustedTypes?: {
      createPolicy(name: string, rules: { createScriptURL(src: string): string }): { createScriptURL(src: string): string }
    }
  }
}

interface Offer {
  /** An empty element for what is found. */
  readonly results: HTMLElement
  /** Called when the search cannot be loaded. */
  readonly onFailure: () => void
}

/** Loads the search with the first word or when the field gets the focus, and never before. `holder` has the list of its files; without any there is no search. */
export function offerSearch(holder: HTMLElement, field: HTMLInputElement, { results, onFailure }: Offer): boolean {
  // Written by the build.
  const listed = JSON.parse(holder.dataset['search'] ?? '{}') as Partial<Listed>
  const { src, sheet, integrity, shards = [], list, also = [], title = '' } = listed
  if (src === undefined || sheet === undefined || (shards.length === 0 && list === undefined)) return false
  const own = new Set([src, list, ...shards.map((shard) => shard.src)])
  const sites = list === undefined ? also : [rootOf(list), ...also]
  const rules = {
    createScriptURL(address: string) {
      if (!own.has(address) && !sites.some((site) => isTextOf(site, address))) throw new TypeError(`${address} is no file of the search`)
      return address
    },
  }
  const policy = window.trustedTypes?.createPolicy(SEARCH_POLICY, rules) ?? rules
  const load = async (address: string, digest?: string) => loadScript(policy.createScriptURL(address), digest)
  const loading = new Map<string, Promise<unknown>>()
  const loadOnce = (address: string) => {
    const known = loading.get(address) ?? load(address)
    loading.set(address, known)
    // After a network failure, the next try may succeed.
    known.catch(() => loading.delete(address))
    return known
  }
  let isAsked = false
  const open = async () => {
    if (isAsked) return
    isAsked = true
    try {
      // The newest texts, or the list of them, come at the same time as the script.
      const first = loadOnce(list ?? shards[0]?.src ?? src)
      await Promise.all([loadSheet(sheet), load(src, integrity), list === undefined ? first.catch(() => undefined) : first])
      const place = { field, results, lang: document.documentElement.lang, load: loadOnce }
      window.hedgerowSearch?.(list === undefined ? { ...place, shards, also, title } : { ...place, list })
    } catch {
      // The next key tries again.
      isAsked = false
      onFailure()
    }
  }
  const start = () => void open()
  field.addEventListener('focus', start)
  field.addEventListener('input', start)
  if (field.value !== '' || document.activeElement === field) start()
  return true
}
