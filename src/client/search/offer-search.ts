import { SEARCH_POLICY } from '../../core/shared/search-shard.ts'
import { loadScript } from '../load-script.ts'
import { loadSheet } from '../load-sheet.ts'
import { trustedBy } from '../trusted-types.ts'
import { isTextOf } from './is-text-of.ts'
import { rootOf } from './read-own-list.ts'

/** What the build has written into a page that searches. */
interface Listed {
  readonly src: string
  readonly integrity: string
  readonly sheet: string
  /** Address of the list of the texts. */
  readonly list: string
  readonly also?: readonly string[]
}

interface Offer {
  /** An empty element for what is found. */
  readonly results: HTMLElement
  /** Called when the search cannot be loaded. */
  readonly onFailure: () => void
}

/** Loads the search with the first word or when the field gets the focus, and never before. `holder` has the addresses of its files. */
export function offerSearch(holder: HTMLElement, field: HTMLInputElement, { results, onFailure }: Offer): void {
  // Written by the build.
  const { src, sheet, integrity, list, also = [] } = JSON.parse(holder.dataset['search'] ?? '') as Listed
  const sites = [rootOf(list), ...also]
  const rules = {
    createScriptURL(address: string) {
      if (address !== src && address !== list && !sites.some((site) => isTextOf(site, address)))
        throw new TypeError(`${address} is no file of the search`)
      return address
    },
  }
  const policy = trustedBy(SEARCH_POLICY, rules)
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
      await Promise.all([loadSheet(sheet), load(src, integrity), loadOnce(list)])
      window.hedgerowSearch?.({ field, results, list, lang: document.documentElement.lang, load: loadOnce })
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
}
