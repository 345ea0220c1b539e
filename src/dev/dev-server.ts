import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Plugin } from 'vite'
import { SITE_FILE } from '../core/config/site-file.ts'
import { isMarkdown } from '../core/files.ts'
import { answerRequests, openEventStream } from './answer-requests.ts'
import { type DevPages, devPages, type DevPagesOptions } from './dev-pages.ts'
import { THEMES } from '../node/package/package-paths.ts'
import { guardAnswer, refuseOtherHosts, type ServerNames } from './guard-requests.ts'
import { type ServerAddresses, serverAddresses } from './server-addresses.ts'
import { watchFolder } from './watch-folder.ts'

export interface DevOptions extends DevPagesOptions, ServerNames {
  readonly port: number
  /** Called once for each other host that a request names. */
  readonly onRefused?: (host: string) => void
  /** Whether to open the browser, at the index or at a path of the site. */
  readonly open: boolean | string
}

// In milliseconds. Watch even if no page is opened, so that the terminal shows messages.
const LONGEST_START = 1000

export interface DevServer extends ServerAddresses {
  readonly survey: DevPages['survey']
  readonly close: () => Promise<void>
}

/** Serves a content root with Vite: pages are composed on request, and notified when something below the root changes. */
export async function startDevServer(options: DevOptions): Promise<DevServer> {
  const pages = devPages(options)
  const server = await createServer({
    configFile: false,
    root: options.live.now().clientFolder,
    appType: 'custom',
    publicDir: false,
    logLevel: 'error',
    clearScreen: false,
    plugins: [pagesPlugin(options, pages)],
    optimizeDeps: { noDiscovery: true, include: [] },
    server: {
      port: options.port,
      host: options.host,
      open: options.open,
      cors: false,
      // `refuse` checks the hosts of all requests.
      allowedHosts: true,
      ws: false,
      hmr: false,
      // watch-folder.ts watches.
      watch: null,
    },
  })
  await server.listen()
  return {
    ...serverAddresses(server),
    survey: pages.survey,
    async close() {
      await server.close()
      await pages.close()
    },
  }
}

// Serves only our pages and their files; no other part of Vite answers a request.
function pagesPlugin(options: DevOptions, pages: DevPages): Plugin {
  return {
    name: 'hedgerow',
    configureServer(server) {
      const streams = openEventStream()
      const changed = new Map<string, number>()
      // Bundling takes seconds, so it does not delay other changes.
      const renewThemes = async () => {
        await options.live.renew()
        await pages.change([])
        streams.notify()
      }
      const watch = watchFolder({
        root: options.root,
        textOf: pages.textOf,
        async onChange(files) {
          for (const file of files) if (!isMarkdown(file) && file !== SITE_FILE) changed.set(file, (changed.get(file) ?? 0) + 1)
          // No names means that anything may have changed, for example between the first page and the first scan of the folder.
          if (files.length === 0 || files.some((file) => file.startsWith(`${THEMES}/`))) renewThemes().catch(() => undefined)
          try {
            await pages.change(files)
          } finally {
            streams.notify()
          }
        },
      })
      server.httpServer?.once('close', watch.stop)
      // First, so that Vite's own answers, including refusals, get the headers too.
      server.httpServer?.prependListener('request', (_request: IncomingMessage, response: ServerResponse) => guardAnswer(response))
      // Watching starts after the first page has been sent.
      server.httpServer?.once('request', (_, response) => response.once('finish', watch.start))
      server.httpServer?.once('listening', () => setTimeout(watch.start, LONGEST_START).unref())
      // After Vite's checks of the request, and before everything that Vite itself would serve.
      server.middlewares.use(
        answerRequests(pages, { refuse: refuseOtherHosts(options, options.onRefused), root: options.root, streams, changed }),
      )
    },
  }
}
