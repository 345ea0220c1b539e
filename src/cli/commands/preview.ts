import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { putBack } from '../../node/site/killed-builds.ts'
import { readMark } from '../../node/site/write-site.ts'
import { resolveTarget } from '../../node/files/paths.ts'
import { decksOf } from '../../core/outputs/outputs-of-deck.ts'
import { isMarkdown } from '../../core/files.ts'
import { INDEX_PAGE } from '../../core/pages/urls.ts'
import { safeText } from '../../core/diagnostics/safe-text.ts'
import { startPreview } from '../../dev/preview-server.ts'
import { forwardedHost } from '../forwarded-host.ts'
import { startServer } from '../start-server.ts'
import { logAddresses, logRefused } from '../log-addresses.ts'
import type { Terminal } from '../terminal.ts'
import { commandLine, plural, readBase, readHosts, readPort, UsageError } from '../usage.ts'

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
  const port = readPort(options.port)
  const base = readBase(options.base)
  const allowedHosts = readHosts(options.allowedHosts)
  const files = needSite(folder)
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
  const counts = files.length === 0 ? '' : `: ${plural(decksOf(files).length, 'deck')}, ${plural(files.length, 'file')}`
  terminal.log(`serving ${name}${counts}`)
  logAddresses(server, { what: 'site', port, risk: 'anyone on this network can read the site' }, terminal)
}

// The files of a site that was built here; of one that came without its list of files, as from an archive, they are unknown.
function needSite(folder: string): readonly string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    const words = path.relative(folder, 'dist') === '' ? ['build'] : ['build', '--out', folder]
    throw new UsageError(`no built site in "${folder}"; build it first: ${commandLine(words, process.env)}`)
  }
  const files = readMark(folder)
  if (files.length === 0 && !existsSync(path.join(folder, INDEX_PAGE))) {
    const way = readdirSync(folder).some(isMarkdown) ? `; to see its decks: ${commandLine(['dev', folder], process.env)}` : ''
    throw new UsageError(`"${folder}" is not a built site${way}`)
  }
  return files
}
