import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Diagnostic } from '../core/diagnostics/diagnostic.ts'
import { formatText } from '../core/diagnostics/format-text.ts'
import { limitMessages } from '../core/diagnostics/limit-messages.ts'
import { splitOnce } from '../core/diagnostics/split-once.ts'
import type { EmittedFile, Site } from '../core/model.ts'
import { outputs } from '../core/outputs/outputs.ts'
import { messagePage } from '../core/pages/message-page.ts'
import { CLIENT_FOLDER, INDEX_PAGE, NOT_FOUND_PAGE, pagePath, SPEAKER_PAGE } from '../core/pages/relative-urls.ts'
import { contentType } from '../node/content-type.ts'
import { withFileInside } from '../node/read-inside.ts'
import { readForFrame } from '../node/read-text.ts'
import { devMessages } from './dev-messages.ts'
import type { DevMessages } from './dev-messages.ts'
import { openDevSite } from './dev-site.ts'
import type { DevTools, KnownDeck } from './dev-site.ts'
import { inlineScript } from '../node/inline-script.ts'
import { mendDeck } from './mend-deck.ts'
import type { Mending } from './mend-deck.ts'

export interface DevPagesOptions extends DevTools {
  readonly clientFolder: string
  /** Called with what is wrong in a file each time that this has changed. */
  readonly onDiagnostics: (diagnostics: readonly Diagnostic[], sources: (file: string) => string | undefined) => void
}

/** What a request gets: a page, a text, or the path of a file to send. */
export type Answer =
  | { readonly status: number; readonly html: string }
  | { readonly status: 200; readonly text: string; readonly type: string }
  | { readonly status: 200; readonly file: string }

export interface DevPages {
  readonly find: (pathname: string) => Promise<Answer>
  /** What is said about the page of an address; nothing where it is that of no deck. */
  readonly messages: (pathname: string) => Promise<DevMessages | undefined>
  /** The file of the deck whose page an address is. */
  readonly fileOf: (pathname: string) => Promise<string | undefined>
  /** Mends what a message about the deck of an address says. */
  readonly mend: (pathname: string, message: { readonly code: string; readonly line: number }) => Promise<Mending>
  /** The text of a deck when it was read last. */
  readonly textOf: (file: string) => string | undefined
  /** Takes note of changed files, and makes the decks among them that somebody has looked at. */
  readonly change: (files: readonly string[]) => Promise<readonly KnownDeck[]>
  readonly close: () => Promise<void>
}

// The newest decks are looked at first; the others show their title until somebody opens them.
const COVERS = 60

/** The same pages that a build writes, made when they are asked for. */
export function devPages(options: DevPagesOptions): DevPages {
  const { root } = options
  const client = {
    ...options.client,
    reload: inlineScript(readFileSync(path.join(options.clientFolder, options.client.dev), 'utf8').trim()),
  }
  const site = openDevSite({ ...options, client })
  const source = (file: string) => readForFrame(root, file)
  const told = new Map<string, string>()
  const tell = (file: string, diagnostics: readonly Diagnostic[]) => {
    const text = JSON.stringify(diagnostics)
    if ((told.get(file) ?? '[]') === text) return
    told.set(file, text)
    options.onDiagnostics(diagnostics, source)
  }
  const compose = async (file: string) => {
    const deck = await site.compose(file)
    tell(file, deck?.diagnostics ?? (await site.read()).find(file).diagnostics)
    return deck
  }

  const fileOf = async (pathname: string) => {
    const { content, fileOf: ownerOf } = await site.read()
    const wanted = decode(pathname).replace(/(\.read)?\.html$|\.md$|\/$/, '')
    return ownerOf(wanted) ?? content.tree.documents.find((file) => file.replace(/\.(md|markdown)$/i, '') === wanted)
  }

  const pageOf = async (wanted: string): Promise<Answer | undefined> => {
    const file = await fileOf(`/${wanted}`)
    const deck = file === undefined ? undefined : await compose(file)
    if (!deck) return undefined
    const { shown } = deck
    if (!shown) {
      const linesOf = splitOnce(source)
      const texts = limitMessages(deck.diagnostics).map((message) => formatText(message, linesOf(message.file), (_, text) => text))
      return { status: 200, html: messagePage(deck.path, texts, client.reload) }
    }
    const { id } = shown.summary
    const page =
      shown.pages.find((made) => made.path === wanted) ??
      (wanted.replace(/\/$/, '') === id ? pageNamed(shown.pages, pagePath(id)) : undefined)
    return page && answerWith(page)
  }

  const showIndex = async (): Promise<Answer> => {
    const { content, find } = await site.read()
    tell('', content.diagnostics)
    for (const file of content.tree.documents) if (!find(file).deck) await compose(file)
    const outline = await site.site()
    if (outline.decks.length > COVERS) return showOutput(INDEX_PAGE, 200, outline)
    for (const deck of outline.decks) await compose(deck.path)
    return showOutput(INDEX_PAGE, 200, await site.site())
  }

  const showOutput = async (name: string, status: number, whole?: Site): Promise<Answer> => {
    const { options: settings } = (await site.read()).content
    const html = outputs.find(({ path: file }) => file === name)?.content(whole ?? { options: settings, decks: [] }, { client, base: '/' })
    return { status, html: html ?? '' }
  }

  return {
    fileOf,
    textOf: site.textOf,
    async find(pathname) {
      const wanted = decode(pathname)
      if (wanted === '' || wanted === INDEX_PAGE) return showIndex()
      if (wanted === SPEAKER_PAGE) return showOutput(SPEAKER_PAGE, 200)
      const drawing = site.drawings.get(wanted)
      if (drawing) return answerWith(drawing)
      const isAsset = site.assets().has(wanted) || (await site.read()).own.assets.includes(wanted)
      const served = isAsset ? assetFile(root, wanted) : clientFile(options, wanted)
      if (served !== undefined) return { status: 200, file: served }
      return (await pageOf(wanted)) ?? showOutput(NOT_FOUND_PAGE, 404)
    },
    async messages(pathname) {
      const file = await fileOf(pathname)
      const deck = file === undefined ? undefined : await compose(file)
      return deck && devMessages(deck)
    },
    async mend(pathname, message) {
      const file = await fileOf(pathname)
      const deck = file === undefined ? undefined : await site.compose(file)
      return deck ? mendDeck(root, deck, message) : 'nothing'
    },
    async change(files) {
      site.forget(files)
      const { content } = await site.read()
      tell('', content.diagnostics)
      const documents = new Set(content.tree.documents)
      const decks = await Promise.all(files.filter((file) => told.has(file) || documents.has(file)).map(compose))
      return decks.filter((deck) => deck !== undefined)
    },
    close: site.close,
  }
}

const pageNamed = (pages: readonly EmittedFile[], name: string) => pages.find((page) => page.path === name)

function answerWith({ path: file, content }: EmittedFile): Answer {
  return file.endsWith('.html') ? { status: 200, html: content } : { status: 200, text: content, type: contentType(file) }
}

// What was a picture when its deck was made may have become something else.
function assetFile(root: string, wanted: string): string | undefined {
  try {
    return withFileInside(root, wanted, () => path.join(root, wanted))
  } catch {
    return undefined
  }
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
