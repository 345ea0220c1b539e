import path from 'node:path'
import { preview } from 'vite'

export interface PreviewOptions {
  readonly folder: string
  readonly port: number
  /** Path under which the site is served. */
  readonly base: string
}

/** Serves a built site on this machine as a web server would, and returns its address. */
export async function startPreview({ folder, port, base }: PreviewOptions): Promise<string> {
  const server = await preview({
    configFile: false,
    root: path.resolve(folder),
    base,
    appType: 'mpa',
    logLevel: 'error',
    build: { outDir: '.' },
    preview: { port, host: '127.0.0.1', headers: { 'x-content-type-options': 'nosniff' } },
  })
  return server.resolvedUrls?.local[0] ?? ''
}
