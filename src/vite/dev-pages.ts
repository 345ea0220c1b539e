import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Diagnostic } from '../core/diagnostics/diagnostic.ts'
import { formatText } from '../core/diagnostics/format-text.ts'
import type { ClientBundle, EmittedFile, InlineScript } from '../core/model.ts'
import { outputs } from '../core/outputs/outputs.ts'
import { messagePage } from '../core/pages/message-page.ts'
import { CLIENT_FOLDER, pagePath } from '../core/pages/relative-urls.ts'
import type { OpenComposer } from '../node/composer.ts'
import { contentType } from '../node/content-type.ts'
import type { Drawer } from '../node/diagrams/open-drawer.ts'
import { loadSite } from '../node/load-site.ts'
import { readForFrame } from '../node/read-text.ts'
import { inlineScript } from './inline-script.ts'

export interface DevPagesOptions {
  readonly root: string
  readonly client: ClientBundle
  readonly clientFolder: string
  readonly drawer: Drawer
  readonly openComposer: OpenComposer
  /** Called with what is wrong each time that the site has been read. */
  readonly onDiagnostics: (diagnostics: readonly Diagnostic[], sources: (file: string) => string | undefined) => void
}

/** What a request gets: a page, a drawing or the source of a deck, or the path of a file to send. */
export type Answer =
  | { readonly status: number; readonly html: string }
  | { readonly status: 200; readonly text: string; readonly type: string }
  | { readonly status: 200; readonly file: string }

export interface DevPages {
  readonly find: (pathname: string) => Promise<Answer>
  /** Something has changed: the next request reads the site again. */
  readonly forget: () => void
}

/** Where a page hears of changes. */
export const CHANGES = '/@hedgerow/changes'

/** The same pages that a build writes, made when they are asked for. */
export function devPages(options: DevPagesOptions): DevPages {
  const client = { ...options.client, reload: reloadScript() }
  let loading: Promise<Map<string, Answer>> | undefined
  let assets: ReadonlySet<string> = new Set()
  const load = async () => {
    const made = new Map<string, Answer>()
    const keep = (files: readonly EmittedFile[]) => {
      for (const { path: file, content } of files) made.set(file, answerWith(file, content))
    }
    const { site, own, diagnostics } = await loadSite(options.root, { ...options, client }, ({ pages }, drawings) => {
      keep([...pages, ...drawings])
    })
    keep(own.drawings)
    for (const output of outputs) {
      const { path: file, content: html } = output(site, { client, base: '/' })
      made.set(file, { status: file === '404.html' ? 404 : 200, html })
    }
    const source = (file: string) => readForFrame(options.root, file)
    for (const [file, messages] of failures(diagnostics, made)) {
      made.set(file, {
        status: 200,
        html: messagePage(
          file,
          messages.map((message) => formatText(message, source(message.file), (_, text) => text)),
          client.reload,
        ),
      })
    }
    options.onDiagnostics(diagnostics, source)
    assets = new Set([own, ...site.decks].flatMap((holder) => holder.assets))
    return made
  }
  return {
    async find(pathname) {
      loading ??= load().catch((cause: unknown) => {
        loading = undefined
        throw cause
      })
      const pages = await loading
      const wanted = decode(pathname)
      const page = pages.get(wanted === '' ? 'index.html' : wanted) ?? pages.get(`${wanted.replace(/\/$/, '')}.html`)
      if (page) return page
      const file = assets.has(wanted) ? path.join(options.root, wanted) : clientFile(options, wanted)
      return file === undefined ? (pages.get('404.html') ?? { status: 404, html: '' }) : { status: 200, file }
    },
    forget() {
      loading = undefined
    },
  }
}

function answerWith(file: string, content: string): Answer {
  return file.endsWith('.html') ? { status: 200, html: content } : { status: 200, text: content, type: contentType(file) }
}

// A deck that could not be built shows its messages at its own address.
function failures(diagnostics: readonly Diagnostic[], made: ReadonlyMap<string, Answer>): Map<string, Diagnostic[]> {
  const failed = new Map<string, Diagnostic[]>()
  for (const diagnostic of diagnostics) {
    const file = pagePath(diagnostic.file.replace(/\.(md|markdown)$/i, ''))
    if (diagnostic.severity === 'error' && !made.has(file)) failed.set(file, [...(failed.get(file) ?? []), diagnostic])
  }
  return failed
}

function reloadScript(): InlineScript {
  return inlineScript(`new EventSource(${JSON.stringify(CHANGES)}).onmessage=()=>location.reload()`)
}

function clientFile({ clientFolder, drawer }: DevPagesOptions, wanted: string): string | undefined {
  const name = wanted.startsWith(`${CLIENT_FOLDER}/`) ? wanted.slice(CLIENT_FOLDER.length + 1) : ''
  if (name === drawer.script?.name) return drawer.script.file
  const file = path.join(clientFolder, name)
  return /^\w[\w.-]*\.(js|css|woff2)$/.test(name) && existsSync(file) ? file : undefined
}

function decode(pathname: string): string {
  try {
    return decodeURIComponent(pathname).slice(1)
  } catch {
    return pathname
  }
}
