import { collect } from '../core/diagnostics/collect.ts'
import type { Diagnostic } from '../core/diagnostics/diagnostic.ts'
import { formatText } from '../core/diagnostics/format-text.ts'
import { limitMessages } from '../core/diagnostics/limit-messages.ts'
import { splitOnce } from '../core/diagnostics/split-once.ts'
import type { EmittedFile, Site } from '../core/model.ts'
import { outputs } from '../core/outputs.ts'
import { messagePage } from '../core/pages/message-page.ts'
import { INDEX_PAGE, NOT_FOUND_PAGE, pagePath, SPEAKER_PAGE } from '../core/pages/relative-urls.ts'
import { contentType } from '../node/assets/content-type.ts'
import { THEMES } from '../node/package/read-client.ts'
import { readForFrame } from '../node/files/read-text.ts'
import { assetFile, clientFile } from './dev-files.ts'
import { devMessages } from './dev-messages.ts'
import type { DevMessages } from './dev-messages.ts'
import { openDevSite } from './dev-site.ts'
import type { DevTools } from './dev-site.ts'
import type { LiveClient } from './keep-client.ts'
import type { KnownDeck } from './known-deck.ts'
import { fixDeck } from './fix-deck.ts'
import type { DeckFix } from './fix-deck.ts'

export interface DevPagesOptions extends Omit<DevTools, 'client'> {
  readonly live: LiveClient
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
  readonly mend: (pathname: string, message: { readonly code: string; readonly line: number }) => Promise<DeckFix>
  /** The text of a deck when it was read last. */
  readonly textOf: (file: string) => string | undefined
  /** Takes note of changed files, and makes the decks among them that somebody has looked at. */
  readonly change: (files: readonly string[]) => Promise<readonly KnownDeck[]>
  /** What a request gets that could not be answered, and why. */
  readonly failed: (pathname: string, cause: unknown) => Answer
  readonly close: () => Promise<void>
}

// The newest decks are looked at first; the others show their title until somebody opens them.
const COVERS = 60

/** The same pages that a build writes, made when they are asked for. */
export function devPages(options: DevPagesOptions): DevPages {
  const { root, live } = options
  const site = openDevSite({ ...options, client: () => live.now().client })
  const source = (file: string) => readForFrame(root, file)
  const told = new Map<string, string>()
  const tell = (file: string, diagnostics: readonly Diagnostic[]) => {
    const text = JSON.stringify(diagnostics)
    if ((told.get(file) ?? '[]') === text) return
    told.set(file, text)
    options.onDiagnostics(diagnostics, source)
  }
  const aboutSite = async () => {
    const found = [...(await site.read()).content.diagnostics]
    const problem = live.problem()
    if (problem !== undefined) collect(found)('theme-failed', { file: THEMES }, problem)
    tell('', found)
    return found
  }
  const compose = async (file: string) => {
    const deck = await site.compose(file)
    const { isThere, find } = await site.read()
    if (isThere) tell(file, deck?.diagnostics ?? find(file).diagnostics)
    return deck
  }
  const showMessages = (status: number, title: string, diagnostics: readonly Diagnostic[]): Answer => {
    const linesOf = splitOnce(source)
    const texts = limitMessages(diagnostics).map((message) => formatText(message, linesOf(message.file), (_, text) => text))
    const { reload = { text: '', hash: '' } } = live.now().client
    return { status, html: messagePage(title, texts, reload) }
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
    if (!shown) return showMessages(200, deck.path, deck.diagnostics)
    const { id } = shown.summary
    const page =
      shown.pages.find((made) => made.path === wanted) ??
      (wanted.replace(/\/$/, '') === id ? pageNamed(shown.pages, pagePath(id)) : undefined)
    // The page of a deck says by itself that the folder is not there; another cannot.
    const isTold = (await site.read()).isThere || page?.path === pagePath(id)
    return page && isTold ? answerWith(page) : undefined
  }

  const showIndex = async (): Promise<Answer> => {
    const { content, find } = await site.read()
    for (const file of content.tree.documents) if (!find(file).deck) await compose(file)
    const outline = await site.site()
    if (outline.decks.length > COVERS) return showOutput(INDEX_PAGE, 200, outline)
    for (const deck of outline.decks) await compose(deck.path)
    return showOutput(INDEX_PAGE, 200, await site.site())
  }

  const showOutput = async (name: string, status: number, whole?: Site): Promise<Answer> => {
    const { options: settings } = (await site.read()).content
    const context = { client: live.now().client, base: '/' }
    const html = outputs.find(({ path: file }) => file === name)?.content(whole ?? { options: settings, decks: [] }, context)
    return { status, html: html ?? '' }
  }

  const fileFor = async (wanted: string): Promise<string | undefined> => {
    const isAsset = site.assets().has(wanted) || (await site.read()).own.assets.includes(wanted)
    return isAsset ? assetFile(root, wanted) : clientFile(options, wanted)
  }

  return {
    fileOf,
    textOf: site.textOf,
    async find(pathname) {
      if (!live.isIntact()) await live.renew().then(() => site.forget([]))
      const wanted = decode(pathname)
      const messages = await aboutSite()
      const { isThere, content } = await site.read()
      const isIndex = wanted === '' || wanted === INDEX_PAGE
      if (isIndex && isThere) return showIndex()
      if (wanted === SPEAKER_PAGE) return showOutput(SPEAKER_PAGE, 200)
      const drawing = site.drawings.get(wanted)
      if (drawing) return answerWith(drawing)
      const file = await fileFor(wanted)
      if (file !== undefined) return { status: 200, file }
      const page = isIndex ? undefined : await pageOf(wanted)
      if (page) return page
      return isThere ? showOutput(NOT_FOUND_PAGE, 404) : showMessages(503, content.tree.name, messages)
    },
    async messages(pathname) {
      const file = await fileOf(pathname)
      const deck = file === undefined ? undefined : await compose(file)
      const errors = (await aboutSite()).filter(({ severity }) => severity === 'error')
      return deck && devMessages({ ...deck, diagnostics: [...errors, ...deck.diagnostics.filter((own) => !errors.includes(own))] })
    },
    async mend(pathname, message) {
      const file = await fileOf(pathname)
      const deck = file === undefined ? undefined : await site.compose(file)
      return deck ? fixDeck(root, deck, message) : 'nothing'
    },
    async change(files) {
      site.forget(files)
      await aboutSite()
      const documents = new Set((await site.read()).content.tree.documents)
      const decks = await Promise.all(files.filter((file) => told.has(file) || documents.has(file)).map(compose))
      return decks.filter((deck) => deck !== undefined)
    },
    failed(pathname, cause) {
      const found: Diagnostic[] = []
      collect(found)('deck-failed', { file: decode(pathname) }, cause instanceof Error ? cause.message : String(cause))
      tell(pathname, found)
      return showMessages(500, decode(pathname), found)
    },
    close: site.close,
  }
}

const pageNamed = (pages: readonly EmittedFile[], name: string) => pages.find((page) => page.path === name)

function answerWith({ path: file, content }: EmittedFile): Answer {
  return file.endsWith('.html') ? { status: 200, html: content } : { status: 200, text: content, type: contentType(file) }
}

function decode(pathname: string): string {
  try {
    return decodeURIComponent(pathname).slice(1)
  } catch {
    return pathname
  }
}
