import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { preview } from 'vite'
import { answerPreview } from './answer-preview.ts'
import { guardAnswer, refuseOtherHosts, type ServerNames } from './guard-requests.ts'
import { type ServerAddresses, serverAddresses } from './server-addresses.ts'

export interface PreviewOptions extends ServerNames {
  readonly folder: string
  readonly port: number
  /** Path under which the site is served. */
  readonly base: string
  readonly open?: boolean | undefined
  /** Called once for each other host that a request names. */
  readonly onRefused?: (host: string) => void
  /** Called when a request finds that the folder is no longer there. */
  readonly onGone?: () => void
}

export interface PreviewServer extends ServerAddresses {
  readonly close: () => Promise<void>
}

/** Serves a built site the way a web server would. */
export async function startPreview({
  folder,
  port,
  base,
  open = false,
  onRefused,
  onGone = () => undefined,
  ...names
}: PreviewOptions): Promise<PreviewServer> {
  const refuse = refuseOtherHosts(names, onRefused)
  const answer = answerPreview({ folder, base, onGone })
  const server = await preview({
    configFile: false,
    root: path.resolve(folder),
    base,
    appType: 'custom',
    logLevel: 'error',
    build: { outDir: '.' },
    // `refuse` checks the hosts.
    preview: { port, host: names.host, open, cors: false, allowedHosts: true },
    plugins: [
      {
        name: 'hedgerow',
        configurePreviewServer({ httpServer, middlewares }) {
          // First, so that Vite's own answers, including refusals, get the headers too.
          httpServer.prependListener('request', (_request: IncomingMessage, response: ServerResponse) => guardAnswer(response))
          // Answers every request, so Vite serves nothing.
          middlewares.use((request: IncomingMessage, response: ServerResponse) => {
            if (!refuse(request, response)) answer(request, response)
          })
        },
      },
    ],
  })
  return { ...serverAddresses(server), close: () => server.close() }
}
