import { listenForChanges } from './dev/listen-for-changes.ts'
import { openLiveDeck } from './dev/live-deck.ts'
import { patchStyles, staticStyles } from './dev/patch-resources.ts'
import { fetchState, versionOf } from './dev/server-api.ts'

// At the end of every page of the development server, so it reads the slides before any other script changes them.
const main = document.querySelector<HTMLElement>('main.reveal')
listenForChanges(main ? openLiveDeck(main) : openLiveDocument())

/** Keeps the index page, a reading view or an error page up to date. */
function openLiveDocument(): () => Promise<void> {
  let version = versionOf(document)
  let styles = staticStyles(document)
  const scripts = scriptsOf(document)
  return async () => {
    const { html } = await fetchState(version)
    if (html === undefined) return
    const next = new DOMParser().parseFromString(html, 'text/html')
    version = versionOf(next)
    // A page with other scripts, or one in its content, has to be reloaded; the browser then keeps its scroll position.
    if (scriptsOf(next) !== scripts || next.body.querySelectorAll('script').length > 1) return location.reload()
    styles = await patchStyles(styles, staticStyles(next))
    const own = [...document.querySelectorAll('body > link, body > script')]
    const content = [...next.body.children].filter((child) => !child.matches('link, script'))
    document.body.replaceChildren(...content.map((child) => document.importNode(child, true)), ...own)
    document.title = next.title
  }
}

function scriptsOf(page: Document): string {
  return [...page.scripts].map((script) => script.getAttribute('src') ?? script.textContent).join('\n')
}
