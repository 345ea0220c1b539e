import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { contentType } from '../../src/core/files.ts'
import { buildSite } from '../../src/node/site/build-site.ts'
import { composeInWorker } from '../../src/node/compose/in-worker.ts'
import { openDiagramRenderer } from '../../src/node/diagrams/open-diagram-renderer.ts'
import type { Chromium } from '../../src/node/chromium/open-chromium.ts'
import { openOwnChromium } from '../support/chromium.ts'
import { openOutput } from '../../src/node/site/output-folder.ts'
import { openPictureMaker } from '../../src/node/pictures/picture-maker.ts'
import { readClientBundle } from '../../src/node/package/client-bundle.ts'
import { type DevOptions, startDevServer } from '../../src/dev/dev-server.ts'
import { openLiveClient, type LiveClient } from '../../src/dev/live-client.ts'
import { clientFolder } from '../support/client-folder.ts'

/** A site on loopback, however it is served. */
export interface ServedSite {
  /** Ends with `/`. */
  readonly url: string
  readonly close: () => Promise<void>
}

function client() {
  const bundle = readClientBundle(clientFolder)
  if (!bundle) throw new Error('run npm run compile first')
  return bundle
}

const bundled = () => ({ client: client(), clientFolder })

/** Builds a folder of decks, and serves the result as any web server would, below a path. */
export async function serveBuilt(
  root: string,
  { withCopies = false, ...tools }: { readonly chromium?: Chromium | undefined; readonly withCopies?: boolean } = {},
): Promise<ServedSite & { readonly folder: string }> {
  const chromium = 'chromium' in tools ? tools.chromium : openOwnChromium()
  const holder = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-built-'))
  const folder = path.join(holder, 'dist')
  const output = await openOutput(folder, root)
  const diagramRenderer = openDiagramRenderer({ chromium, cache: path.join(holder, 'drawings') })
  const pictureMaker = withCopies ? openPictureMaker(path.join(holder, 'pictures')) : undefined
  const { files } = await buildSite(
    {
      ...{ root, client: client(), clientFolder, diagramRenderer, pictureMaker, openComposer: composeInWorker(), base: '/under/a/path/' },
      onProgress: () => undefined,
    },
    output,
  )
  await pictureMaker?.close()
  await diagramRenderer.close()
  await output.commit(files)
  const server = await serveFolders({ '/under/a/path/': folder })
  return {
    folder,
    url: `${server.url}under/a/path/`,
    close: async () => {
      await server.close()
      rmSync(holder, { recursive: true })
    },
  }
}

/** Serves folders as any web server would, each below its path, which begins and ends with `/`. */
export async function serveFolders(folders: Readonly<Record<string, string>>): Promise<ServedSite> {
  const server = createServer((request, response) => {
    const pathname = decodeURIComponent((request.url ?? '/').replace(/[?#].*$/s, ''))
    const [prefix, folder] = Object.entries(folders).find(([path]) => pathname.startsWith(path)) ?? ['/', '/nowhere']
    const wanted = path.join(folder, pathname.slice(prefix.length))
    const file = existsSync(wanted) && statSync(wanted).isDirectory() ? path.join(wanted, 'index.html') : wanted
    response.statusCode = existsSync(file) ? 200 : 404
    if (response.statusCode === 404) return response.end()
    response.setHeader('content-type', file.endsWith('.html') ? 'text/html; charset=utf-8' : contentType(file))
    return createReadStream(file).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

interface Writing {
  readonly allowedHosts?: readonly string[]
  readonly live?: LiveClient
  readonly onDiagnostics?: DevOptions['onDiagnostics']
}

/** Serves a folder of decks for writing. */
export async function serveDev(root: string, { live, allowedHosts, onDiagnostics = () => undefined }: Writing = {}): Promise<ServedSite> {
  const holder = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-dev-'))
  const diagramRenderer = openDiagramRenderer({ chromium: openOwnChromium(), cache: holder })
  const server = await startDevServer({
    root,
    live: live ?? openLiveClient(bundled(), async () => bundled()),
    diagramRenderer,
    openComposer: composeInWorker(),
    port: 0,
    host: '127.0.0.1',
    allowedHosts,
    open: false,
    onDiagnostics,
  })
  const [url] = server.local
  if (url === undefined) throw new Error('the development server has no address')
  return {
    url,
    close: async () => {
      await server.close()
      await diagramRenderer.close()
      rmSync(holder, { recursive: true })
    },
  }
}
