import { makeButton, makeElement } from '../make-element.ts'
import { openDialog } from '../viewer/dialog.ts'
import type { StageLanguage } from '../ui-language.ts'
import { storeSession, makeSession, readSession } from './session.ts'

/** Opens the speaker view of this deck in a new window, or brings it to the front. */
export function openSpeaker(page: string, follow: (session: string) => void, language: StageLanguage): void {
  const { pathname } = location
  const session = readSession(pathname) ?? makeSession()
  storeSession(pathname, session)
  // Before the window opens, so that its first message is received.
  follow(session)
  const address = new URL(page)
  address.hash = `${session}/${pathFrom(new URL('..', page), pathname)}`
  const open = () => {
    const opened = window.open(address, `hedgerow-${session}`, 'popup,width=1280,height=800')
    opened?.focus()
    return opened !== null
  }
  if (open()) return
  const { stage } = language
  const button = makeButton(stage.openSpeaker, () => {
    dialog.close()
    open()
  })
  const dialog = openDialog('speaker', stage.speaker, language, [makeElement('p', {}, stage.blocked), button])
  button.focus()
}

// Both pages are below the root of one site.
function pathFrom(root: URL, pathname: string): string {
  return pathname.startsWith(root.pathname) ? pathname.slice(root.pathname.length) : pathname
}
