import { type ListedShard, SEARCH_POLICY } from '../../core/shared/search-shard.ts'
import { isTextOf } from './is-text-of.ts'

/** What the build has written into a page that searches. */
interface Listed {
  readonly src: string
  readonly integrity: string
  readonly sheet: string
  readonly shards: readonly ListedShard[]
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

/** Loads the search with the first word or when the field gets the focus, and never before. `holder` has the list of its files; without any there is no search. */
export function offerSearch(holder: HTMLElement, field: HTMLInputElement, results: HTMLElement): boolean {
  // Written by the build.
  const listed = JSON.parse(holder.dataset['search'] ?? '{}') as Partial<Listed>
  const { src, sheet, integrity, shards = [], also = [], title = '' } = listed
  if (src === undefined || sheet === undefined || shards.length === 0) return false
  const own = new Set([src, ...shards.map((shard) => shard.src)])
  const rules = {
    createScriptURL(address: string) {
      if (!own.has(address) && !also.some((site) => isTextOf(site, address))) throw new TypeError(`${address} is no file of the search`)
      return address
    },
  }
  const policy = window.trustedTypes?.createPolicy(SEARCH_POLICY, rules) ?? rules
  const load = (address: string, digest?: string) =>
    new Promise((resolve, reject) => {
      const script = document.createElement('script')
      script.src = policy.createScriptURL(address)
      if (digest !== undefined && location.protocol !== 'file:') Object.assign(script, { integrity: digest, crossOrigin: 'anonymous' })
      script.addEventListener('load', resolve)
      script.addEventListener('error', () => reject(new Error(address)))
      document.head.append(script)
    })
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
      // The newest texts come at the same time as the script.
      loadOnce(shards[0]?.src ?? src).catch(() => undefined)
      await Promise.all([loadSheet(sheet), load(src, integrity)])
      window.hedgerowSearch?.({ field, results, shards, also, title, lang: document.documentElement.lang, load: loadOnce })
    } catch {
      isAsked = false
    }
  }
  const start = () => void open()
  field.addEventListener('focus', start)
  field.addEventListener('input', start)
  if (field.value !== '' || document.activeElement === field) start()
  return true
}

function loadSheet(address: string): Promise<unknown> {
  return new Promise((resolve) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = address
    // Without it the result is plain, and still there.
    for (const event of ['load', 'error']) link.addEventListener(event, resolve)
    document.head.append(link)
  })
}
