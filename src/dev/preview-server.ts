import { realpathSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { preview } from 'vite'
import { decodeAddress } from '../core/decode-address.ts'
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

/** Serves a built site to this machine as a web server would. */
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
          // Before anything of vite's can answer, its refusals included.
          httpServer.prependListener('request', (_request: unknown, response: Parameters<typeof guardAnswer>[0]) => guardAnswer(response))
          // Nothing is left for vite to serve.
          middlewares.use(answerPreview({ folder, base, host: HOST }))
        },
      },
    ],
  })
  return { address: server.resolvedUrls?.local[0] ?? '', close: () => server.close() }
}

interface Published {
  readonly folder: string
  /** Path under which the site is served; begins and ends with `/`. */
  readonly base: string
  /** Address that the server listens on. */
  readonly host: string
}

/** Answers requests as a web server does that publishes a built site: its files, its page for wrong addresses, and no list of a folder. */
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

/** The file of a built site that a web server sends for a path; nothing that is hidden or lies outside the folder, by links neither. */
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
    // There is no such file, or none for us.
    return undefined
  }
}

// Also `..`, and the mark of a build.
const isHidden = (file: string, separator: string) => file.split(separator).some((part) => part.startsWith('.'))
