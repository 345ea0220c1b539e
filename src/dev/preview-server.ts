import { realpathSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { preview } from 'vite'
import { decodeAddress } from '../core/shared/decode-address.ts'
import { NOT_FOUND_PAGE } from '../core/pages/urls.ts'
import { contentType } from '../core/files.ts'
import { asksForOwnHost, guardAnswer } from './guard-requests.ts'
import { sendFile } from './send-file.ts'

export interface PreviewOptions {
  readonly folder: string
  readonly port: number
  /** Path under which the site is served. */
  readonly base: string
}

export interface PreviewServer {
  readonly address: string
  readonly close: () => Promise<void>
}

const HOST = '127.0.0.1'

/** Serves a built site to this machine the way a web server would. */
export async function startPreview({ folder, port, base }: PreviewOptions): Promise<PreviewServer> {
  const server = await preview({
    configFile: false,
    root: path.resolve(folder),
    base,
    appType: 'custom',
    logLevel: 'error',
    build: { outDir: '.' },
    preview: { port, host: HOST, cors: false },
    plugins: [
      {
        name: 'hedgerow',
        configurePreviewServer({ httpServer, middlewares }) {
          // First, so that Vite's own answers, including refusals, get the headers too.
          httpServer.prependListener('request', (_request: unknown, response: Parameters<typeof guardAnswer>[0]) => guardAnswer(response))
          // Answers every request, so Vite serves nothing.
          middlewares.use(answerPreview({ folder, base, host: HOST }))
        },
      },
    ],
  })
  return { address: server.resolvedUrls?.local[0] ?? '', close: () => server.close() }
}

interface Published {
  readonly folder: string
  /** Path under which the site is served; starts and ends with `/`. */
  readonly base: string
  /** Address that the server listens on. */
  readonly host: string
}

/** Answers requests like a web server that publishes a built site: its files, its page for unknown addresses, and no folder listings. */
function answerPreview({ folder, base, host }: Published): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const end = (status: number) => {
      response.statusCode = status
      response.end()
    }
    if (!asksForOwnHost(request, host)) return end(403)
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(405)
    const pathname = (request.url ?? '/').replace(/[?#].*$/s, '')
    if (base !== '/' && (pathname === '/' || `${pathname}/` === base)) {
      response.setHeader('location', base)
      return end(302)
    }
    const wanted = pathname.startsWith(base) ? pathname.slice(base.length) : undefined
    const file = wanted === undefined ? undefined : findPublished(folder, decodeAddress(wanted) ?? wanted)
    if (file === undefined) response.statusCode = 404
    const sent = file ?? findPublished(folder, NOT_FOUND_PAGE)
    return sent === undefined ? end(404) : sendFile(request, response, { file: sent, type: contentType(sent) })
  }
}

/** The file of a built site for a path; never a hidden file or one outside the folder, even through a link. */
function findPublished(folder: string, wanted: string): string | undefined {
  if (wanted.includes('\0') || wanted.includes('\\')) return undefined
  if (wanted === '' || wanted.endsWith('/')) return plainFile(folder, `${wanted}index.html`)
  return plainFile(folder, wanted) ?? plainFile(folder, `${wanted}.html`)
}

function plainFile(folder: string, wanted: string): string | undefined {
  if (isHidden(wanted, '/')) return undefined
  try {
    const root = realpathSync(folder)
    const file = realpathSync(path.join(root, wanted))
    if (!file.startsWith(root + path.sep) || isHidden(file.slice(root.length + 1), path.sep)) return undefined
    return statSync(file).isFile() ? file : undefined
  } catch {
    // The file does not exist or cannot be read.
    return undefined
  }
}

// Also `..`, and the marker file of a build.
const isHidden = (file: string, separator: string) => file.split(separator).some((part) => part.startsWith('.'))
