import { createReadStream } from 'node:fs'
import type { ServerResponse } from 'node:http'
import path from 'node:path'
import { createServer } from 'vite'
import type { Plugin, ViteDevServer } from 'vite'
import { contentType } from '../node/content-type.ts'
import { asksForOwnHost } from './own-host.ts'
import { CHANGES, devPages } from './dev-pages.ts'
import type { DevPages, DevPagesOptions } from './dev-pages.ts'

export interface DevOptions extends DevPagesOptions {
  readonly port: number
  /** Address to serve on; `true` is every address of the machine. */
  readonly host: string | true
  readonly open: boolean
}

export interface DevServer {
  readonly addresses: readonly string[]
  readonly close: () => Promise<void>
}

/** Serves a content root with vite: pages are composed when asked for, and reload when something below the root changes. */
export async function startDevServer(options: DevOptions): Promise<DevServer> {
  const server = await createServer({
    configFile: false,
    root: options.clientFolder,
    appType: 'custom',
    publicDir: false,
    logLevel: 'error',
    clearScreen: false,
    plugins: [pagesPlugin(options)],
    optimizeDeps: { noDiscovery: true, include: [] },
    server: {
      port: options.port,
      host: options.host,
      open: options.open,
      cors: false,
      ws: false,
      hmr: false,
      watch: { followSymlinks: false },
    },
  })
  await server.listen()
  const { local = [], network = [] } = server.resolvedUrls ?? {}
  return { addresses: [...local, ...network], close: () => server.close() }
}

// Nothing but our pages and their files is served: no other part of vite answers a request.
function pagesPlugin(options: DevOptions): Plugin {
  return {
    name: 'hedgerow',
    configureServer(server) {
      const pages = devPages(options)
      const listeners = new Set<ServerResponse>()
      watch(server, options.root, () => {
        pages.forget()
        for (const listener of listeners) listener.write('data: changed\n\n')
      })
      // After vite's checks of who asks, and before everything that vite itself would serve.
      server.middlewares.use((request, response, next) => {
        response.setHeader('x-content-type-options', 'nosniff')
        response.setHeader('cache-control', 'no-store')
        response.setHeader('cross-origin-resource-policy', 'same-origin')
        if (!asksForOwnHost(request, options.host)) {
          response.statusCode = 403
          response.end()
          return undefined
        }
        if (request.method !== 'GET' && request.method !== 'HEAD') {
          response.statusCode = 405
          response.end()
          return undefined
        }
        const pathname = (request.url ?? '/').replace(/[?#].*$/s, '')
        if (pathname === CHANGES) return listen(response, listeners)
        void answer(pages, pathname, response).then(undefined, next)
        return undefined
      })
    },
  }
}

function listen(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.setHeader('content-type', 'text/event-stream')
  response.flushHeaders()
  listeners.add(response)
  response.on('close', () => listeners.delete(response))
}

async function answer(pages: DevPages, pathname: string, response: ServerResponse): Promise<void> {
  const found = await pages.find(pathname)
  response.statusCode = found.status
  if ('html' in found) {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(found.html)
    return
  }
  if ('text' in found) {
    response.setHeader('content-type', found.type)
    response.end(found.text)
    return
  }
  response.setHeader('content-type', contentType(found.file))
  createReadStream(found.file)
    .on('error', () => response.destroy())
    .pipe(response)
}

// Editors save by writing, by renaming and in several steps: what counts is that something has changed.
function watch(server: ViteDevServer, root: string, onChange: () => void): void {
  const folder = path.resolve(root)
  server.watcher.add(folder)
  let timer: NodeJS.Timeout | undefined
  server.watcher.on('all', (_event, file) => {
    if (!path.resolve(file).startsWith(folder + path.sep)) return
    clearTimeout(timer)
    timer = setTimeout(onChange, 30)
  })
}
