import { SEARCH_FOLDER, SHARD_LIST } from '../../core/shared/search-shard.ts'
import { loadScript } from '../load-script.ts'
import { loadSheet } from '../load-sheet.ts'
import { makeElement } from '../make-element.ts'
import type { UiLanguage } from '../ui-language.ts'
import { openDialog } from './dialog.ts'
import { wordsToMark } from './mark-words.ts'
import { ownScript } from './own-script.ts'

/** The files of the search, next to this script, and the digest of its script; inserted by the bundling step. */
declare const SEARCH: { readonly file: string; readonly integrity: string; readonly sheet: string }

/**
 * Returns what opens the search of all decks: a dialog, which loads the search with the first key. If it cannot be loaded, Enter leads to the index
 * page, whose address is given. `mark` marks words on the slide that the address names, for results in this deck.
 */
export function prepareSearch(index: string, language: UiLanguage, mark: (words: string) => void): () => void {
  const { search } = language.words
  const field = makeElement('input', {
    type: 'search',
    ariaLabel: search,
    placeholder: search,
    autocomplete: 'off',
    spellcheck: false,
    enterKeyHint: 'search',
  })
  const results = makeElement('div', { className: 'search', hidden: true })
  const close = () => field.closest('dialog')?.close()
  let loading: Promise<unknown> | undefined
  const load = async () => {
    const at = (address: string) => new URL(address, ownScript).href
    const list = at(`../${SEARCH_FOLDER}${SHARD_LIST}`)
    await Promise.all([loadSheet(at(SEARCH.sheet)), loadScript(at(SEARCH.file), SEARCH.integrity), loadScript(list)])
    window.hedgerowSearch?.({ field, results, list, lang: language.lang, load: loadScript })
  }
  field.addEventListener('input', () => {
    // After a network failure, the next key may succeed.
    loading ??= load().catch(() => (loading = undefined))
  })
  field.addEventListener('keydown', ({ key, isComposing }) => {
    const words = field.value.trim()
    // The script of the search fills the results.
    if (key !== 'Enter' || isComposing || words === '' || results.firstChild) return
    close()
    location.assign(`${index}?q=${encodeURIComponent(words)}`)
  })
  results.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('a')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || pageOf(link.href) !== pageOf(location.href)) return
    event.preventDefault()
    close()
    addEventListener('hashchange', () => mark(wordsToMark(link.href)), { once: true })
    if (location.hash === link.hash) dispatchEvent(new Event('hashchange'))
    else location.hash = link.hash
  })
  return () => {
    const dialog = openDialog('find', search, language, [field, results])
    // Captured before the search gets it, which would empty the field.
    dialog.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || event.isComposing) return
        event.stopPropagation()
        event.preventDefault()
        close()
      },
      { capture: true },
    )
    field.focus()
    field.select()
  }
}

const pageOf = (address: string) => address.replace(/[?#].*$/s, '')
