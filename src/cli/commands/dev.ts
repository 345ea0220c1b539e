import { deckId } from '../../core/deck/deck-id.ts'
import { pagePath } from '../../core/pages/urls.ts'
import { safeText } from '../../core/diagnostics/safe-text.ts'
import { startDevServer } from '../../dev/dev-server.ts'
import { openLiveClient } from '../../dev/live-client.ts'
import { clientFor } from '../client-for.ts'
import { tellDiagnostics, type Terminal } from '../terminal.ts'
import { needFolder, readPort } from '../usage.ts'
import { withWorkshop } from '../workshop.ts'

interface Options {
  readonly port: string
  readonly host?: string | true
  /** Opens the browser: at the index, or at a deck of that path. */
  readonly open?: true | string
}

/** Serves a folder of decks until the process ends. */
export async function dev(folder: string, options: Options, terminal: Terminal): Promise<void> {
  needFolder(folder)
  const port = readPort(options.port)
  if (options.host !== undefined)
    terminal.tell(terminal.paint('yellow', 'anyone on this network can read all decks, including notes and drafts'))
  return withWorkshop(folder, terminal, async (workshop) => {
    const server = await startDevServer({
      ...workshop,
      ...{ port, live: openLiveClient(workshop, () => clientFor(folder)) },
      host: options.host ?? '127.0.0.1',
      open: typeof options.open === 'string' ? addressOf(options.open) : (options.open ?? false),
      onDiagnostics: (diagnostics, sources) => tellDiagnostics(terminal, diagnostics, sources),
    })
    // What was overlooked must not end the work on all other decks.
    process.on('unhandledRejection', (cause) => terminal.tell(`error: ${safeText(cause instanceof Error ? cause.message : String(cause))}`))
    for (const address of server.addresses) terminal.tell(`${terminal.paint('bold', 'decks')}: ${address}`)
    // The process ends it.
    return new Promise<never>(() => undefined)
  })
}

function addressOf(deck: string): string {
  return `/${pagePath(deckId(deck, '')).split('/').map(encodeURIComponent).join('/')}`
}
