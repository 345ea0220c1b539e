import path from 'node:path'
import { deckId } from '../../core/deck/deck-id.ts'
import { encodePath, pagePath } from '../../core/pages/urls.ts'
import { safeText } from '../../core/diagnostics/safe-text.ts'
import { reasonOf } from '../../node/files/system-errors.ts'
import { startDevServer } from '../../dev/dev-server.ts'
import { openLiveClient } from '../../dev/live-client.ts'
import { clientFor, withWorkshop } from '../workshop.ts'
import { logDiagnostics, seeAll, type Terminal } from '../terminal.ts'
import { findDecks, readPort } from '../usage.ts'

interface Options {
  readonly port: string
  readonly host?: string | true
  /** Opens the browser at the index page, or at the deck of this path. */
  readonly open?: true | string
}

/** Serves a folder of decks, and says where one of them is if that was named, until the process ends. */
export async function dev(target: string, options: Options, terminal: Terminal): Promise<void> {
  const { root: folder, only } = findDecks(target)
  const port = readPort(options.port)
  const deck = typeof options.open === 'string' ? options.open : only
  const hint = seeAll(folder)
  if (options.host !== undefined)
    terminal.log(terminal.paint('yellow', 'anyone on this network can read all decks, including notes and drafts'))
  return withWorkshop(folder, terminal, async (workshop) => {
    const server = await startDevServer({
      ...workshop,
      port,
      live: openLiveClient(workshop, () => clientFor(folder)),
      host: options.host ?? '127.0.0.1',
      open: options.open === undefined ? false : deck === undefined ? true : addressOf(deck, folder),
      onDiagnostics: (diagnostics, sources) => logDiagnostics(terminal, diagnostics, sources, { hint }),
    })
    // A bug in one place must not stop the server.
    process.on('unhandledRejection', (cause) => terminal.log(`error: ${safeText(reasonOf(cause))}`))
    for (const address of server.addresses) {
      if (only !== undefined) terminal.log(`${terminal.paint('bold', safeText(only))}: ${new URL(addressOf(only, folder), address).href}`)
      terminal.log(`${terminal.paint('bold', 'decks')}: ${address}`)
    }
    // Runs until the process is stopped.
    return new Promise<never>(() => undefined)
  })
}

function addressOf(deck: string, folder: string): string {
  return `/${encodePath(pagePath(deckId(deck, path.basename(path.resolve(folder)))))}`
}
