import { existsSync, statSync } from 'node:fs'
import { putBack } from '../../node/site/killed-builds.ts'
import { readMark } from '../../node/site/write-site.ts'
import { resolveTarget } from '../../node/files/paths.ts'
import { decksOf } from '../../core/outputs/outputs-of-deck.ts'
import { safeText } from '../../core/diagnostics/safe-text.ts'
import { startPreview } from '../../dev/preview-server.ts'
import { forwardedHost } from '../forwarded-host.ts'
import { startServer } from '../start-server.ts'
import { logAddresses, logRefused } from '../log-addresses.ts'
import type { Terminal } from '../terminal.ts'
import { plural, readBase, readHosts, readPort, UsageError } from '../usage.ts'

export interface PreviewOptions {
  readonly port: string
  readonly base: string
  readonly host?: string | true
  readonly allowedHosts?: string
  readonly open?: true
}

/** Serves a built site until the process ends. */
export async function preview(folder: string, options: PreviewOptions, terminal: Terminal): Promise<void> {
  await putBack(resolveTarget(folder))
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new UsageError(`no built site in "${folder}"; run hedgerow build first`)
  const port = readPort(options.port)
  const base = readBase(options.base)
  const allowedHosts = readHosts(options.allowedHosts)
  const name = terminal.paint('bold', safeText(folder))
  const { host } = options
  const start = () =>
    startPreview({
      folder,
      port,
      base,
      host: host ?? '127.0.0.1',
      allowedHosts,
      forwardedHost: (own) => forwardedHost(own, process.env),
      open: options.open,
      onRefused: (other) => logRefused(other, terminal),
      onGone: () => terminal.log(`${name} is gone; it is served again when hedgerow build has written it`),
    })
  const server = await startServer({ host, port }, start)
  const files = readMark(folder)
  terminal.log(`serving ${name}: ${plural(decksOf(files).length, 'deck')}, ${plural(files.length, 'file')}`)
  logAddresses(server, { what: 'site', port, risk: 'anyone on this network can read the site' }, terminal)
}
