import path from 'node:path'
import { preview } from 'vite'
import { answerPreview } from './answer-preview.ts'
import { guardAnswer } from './guard-answer.ts'

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
