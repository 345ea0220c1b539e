import path from 'node:path'
import { deckId } from '../../core/deck/deck-id.ts'
import { encodePath, pagePath } from '../../core/pages/urls.ts'
import { readContent } from '../../node/content/read-content.ts'
import { safeText } from '../../core/diagnostics/safe-text.ts'
import { reasonOf } from '../../node/files/system-errors.ts'
import type { Survey } from '../../dev/survey.ts'
import { startDevServer } from '../../dev/dev-server.ts'
import { openLiveClient } from '../../dev/live-client.ts'
import { needDeck } from '../need-deck.ts'
import { clientFor, withWorkshop } from '../workshop.ts'
import { logDiagnostics, seeAll, type Terminal } from '../terminal.ts'
import { forwardedHost } from '../forwarded-host.ts'
import { startServer } from '../start-server.ts'
import { logAddresses, logMainAddress, logRefused } from '../log-addresses.ts'
import { commandLine, findDecks, plural, readHosts, readPort } from '../usage.ts'

interface Options {
  readonly port: string
  readonly host?: string | true
  readonly allowedHosts?: string
  /** Opens the browser at the index page, or at the deck of this path. */
  readonly open?: true | string
}

/** Serves a folder of decks, and says where one of them is if that was named, until the process ends. */
export async function dev(target: string, options: Options, terminal: Terminal): Promise<void> {
  const { root: folder, only } = findDecks(target)
  const port = readPort(options.port)
  const allowedHosts = readHosts(options.allowedHosts)
  const deck = typeof options.open === 'string' ? options.open : only
  const hint = seeAll(folder)
  if (only !== undefined) needDeck(target, only, readContent(folder, { only: (file) => file === only }))
  return withWorkshop(folder, terminal, async (workshop) => {
    const { host } = options
    const logFailure = (cause: unknown) => terminal.log(`error: ${safeText(reasonOf(cause))}`)
    const start = () =>
      startDevServer({
        ...workshop,
        port,
        live: openLiveClient(workshop, () => clientFor(folder)),
        host: host ?? '127.0.0.1',
        allowedHosts,
        forwardedHost: (own) => forwardedHost(own, process.env),
        onRefused: (other) => logRefused(other, terminal),
        open: options.open === undefined ? false : deck === undefined ? true : addressOf(deck, folder),
        onDiagnostics: (diagnostics, sources) => logDiagnostics(terminal, diagnostics, sources, { hint }),
      })
    const server = await startServer({ host, port }, start)
    // A bug in one place must not stop the server.
    process.on('unhandledRejection', logFailure)
    const first = only === undefined ? undefined : { name: only, address: addressOf(only, folder) }
    const served = { what: 'decks', port, first, risk: 'anyone on this network can read all decks, including notes and drafts' }
    logAddresses(server, served, terminal)
    terminal.progress('looking for problems')
    server
      .survey(only)
      .then((found) => {
        // The messages may have moved the addresses out of sight.
        if (found.inside && found.inside.errors + found.inside.warnings > 0) logMainAddress(server, served, terminal)
        terminal.log(describe(found, { only, folder }))
      })
      .catch(logFailure)
    // Runs until the process is stopped.
    return new Promise<never>(() => undefined)
  })
}

function describe({ decks, inside }: Survey, { only, folder }: { only: string | undefined; folder: string }): string {
  const all = only === undefined ? plural(decks, 'deck') : safeText(only)
  if (!inside) return `serving ${all}; problems in them: ${commandLine(['check', folder], process.env)}`
  const { slides, errors, warnings } = inside
  return `serving ${all} with ${plural(slides, 'slide')}: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}`
}

function addressOf(deck: string, folder: string): string {
  return `/${encodePath(pagePath(deckId(deck, path.basename(path.resolve(folder)))))}`
}
