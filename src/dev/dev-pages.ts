import { decodeAddress } from '../core/shared/decode-address.ts'
import { collect } from '../core/diagnostics/collect.ts'
import type { Diagnostic } from '../core/diagnostics/diagnostic.ts'
import { formatText } from '../core/diagnostics/formats.ts'
import { limitMessages } from '../core/diagnostics/limit-messages.ts'
import { splitOnce } from '../core/diagnostics/code-frame.ts'
import type { Site } from '../core/model.ts'
import { linkOwnDownloads, linkSeries, pagesOfDeck } from '../core/outputs/outputs-of-deck.ts'
import { siteOutputsFor } from '../core/outputs/site-outputs.ts'
import { messagePage } from '../core/pages/message-page.ts'
import { INDEX_PAGE, pagePath } from '../core/pages/urls.ts'
import { THEMES } from '../node/package/package-paths.ts'
import { readForFrame } from '../node/files/read-file.ts'
import { type Answer, answerWith, assetFile } from './answer.ts'
import { type DeckFix, devMessages, type DevMessages, fixDeck } from './dev-messages.ts'
import { type DevTools, openDevSite } from './dev-site.ts'
import { clientFile, type LiveClient } from './live-client.ts'
import { type LogFound, openMessageLog } from './message-log.ts'
import type { KnownDeck } from './deck-store.ts'
import { showOutputs } from './show-outputs.ts'
import { countDecks, type Survey } from './survey.ts'

export interface DevPagesOptions extends Omit<DevTools, 'client'> {
  readonly live: LiveClient
  /** Called with the messages about one file or many, each time they have changed. */
  readonly onDiagnostics: (diagnostics: readonly Diagnostic[], sources: (file: string) => string | undefined) => void
}

export interface DevPages {
  readonly find: (pathname: string) => Promise<Answer>
  /** The messages about the deck at an address; `undefined` if there is no deck. */
  readonly messages: (pathname: string) => Promise<DevMessages | undefined>
  /** The source file of the deck at an address. */
  readonly fileOf: (pathname: string) => Promise<string | undefined>
  /** Fixes what a message about the deck at an address is about. */
  readonly fix: (pathname: string, message: { readonly code: string; readonly line: number }) => Promise<DeckFix>
  /** The text of a deck when it was last read. */
  readonly textOf: (file: string) => string | undefined
  /** Drops what was made from changed files, and composes those of them that are decks again. */
  readonly change: (files: readonly string[]) => Promise<readonly KnownDeck[]>
  /** Reads the decks, or one of them, and counts what they contain. */
  readonly survey: (only?: string) => Promise<Survey>
  /** The error page for a request that could not be answered. */
  readonly failed: (pathname: string, cause: unknown) => Answer
  readonly close: () => Promise<void>
}

// The index composes up to this many decks for what their rows say; if there are more, decks show their title until they are opened.
const COMPOSED_ROWS = 60

/** The same pages that a build writes, made on request. */
export function devPages(options: DevPagesOptions): DevPages {
  const { root, live } = options
  const site = openDevSite({ ...options, client: () => live.now().client })
  const source = (file: string) => readForFrame(root, file)
  const messages = openMessageLog((diagnostics) => options.onDiagnostics(diagnostics, source))
  const aboutSite = async (log?: LogFound) => {
    const found = [...(await site.read()).content.diagnostics]
    const problem = live.problem()
    if (problem !== undefined) collect(found)('theme-failed', { file: THEMES }, problem)
    messages.report('', found, log)
    return found
  }
  const compose = async (file: string, log?: LogFound) => {
    const deck = await site.compose(file)
    const { isThere, find } = await site.read()
    if (isThere) messages.report(file, deck?.diagnostics ?? find(file).diagnostics, log)
    return deck
  }
  const showMessages = (status: number, title: string, diagnostics: readonly Diagnostic[]): Answer => {
    const linesOf = splitOnce(source)
    const texts = limitMessages(diagnostics).map((message) => formatText(message, linesOf(message.file), (_, text) => text))
    const { reload = { text: '', hash: '' } } = live.now().client
    return { status, html: messagePage(title, texts, reload) }
  }

  const fileOf = async (pathname: string) => {
    const { fileAt } = await site.read()
    const wanted = decode(pathname)
    return fileAt(wanted) ?? fileAt(pagePath(wanted.replace(/\/$/, '')))
  }

  const pageOf = async (wanted: string): Promise<Answer | undefined> => {
    const file = await fileOf(`/${wanted}`)
    const deck = file === undefined ? undefined : await compose(file)
    if (!deck) return undefined
    const { shown } = deck
    if (!shown) return showMessages(200, deck.path, deck.diagnostics)
    const { id, title, date } = shown.summary
    const { isThere, content } = await site.read()
    const name = wanted.replace(/\/$/, '') === id ? pagePath(id) : wanted
    const deckOf = { id, lang: content.options.lang, options: content.options }
    const page = linkOwnDownloads(shown.pages, deckOf, (content) => Buffer.byteLength(content)).find((page) => page.path === name)
    const output = pagesOfDeck(content.options).find(({ pathOf }) => pathOf(id) === page?.path)
    const linked =
      page && output && typeof page.content === 'string'
        ? { ...page, content: linkSeries(output, page.content, { ...deckOf, title, date }, await site.placeOf(id)) }
        : page
    // Only a deck's own page can show that the folder is missing.
    return linked && (isThere || name === pagePath(id)) ? answerWith(linked) : undefined
  }

  const readDecks = async (): Promise<Site> => {
    const { content, find } = await site.read()
    return messages.together(async (log) => {
      await aboutSite(log)
      for (const file of content.tree.documents) if (!find(file).deck) await compose(file, log)
      const outline = await site.site()
      if (outline.decks.length > COMPOSED_ROWS) return outline
      for (const deck of outline.decks) await compose(deck.path, log)
      return site.site()
    })
  }

  const { showOutput, findAnywhere, showNotFound } = showOutputs({ site, client: () => live.now().client, readDecks })

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
      const found = await aboutSite()
      const { isThere, content } = await site.read()
      const name = wanted === '' ? INDEX_PAGE : wanted
      const outputs = siteOutputsFor(name, content.options)
      for (const output of outputs) {
        const answer = output.stage === 'pages' && (isThere || !output.showsDecks) ? await showOutput(output, name) : undefined
        if (answer) return answer
      }
      const drawing = site.drawings.get(wanted)
      if (drawing) return answerWith(drawing)
      const file = await fileFor(wanted)
      if (file !== undefined) return { status: 200, file }
      const page = outputs.length > 0 ? undefined : await pageOf(wanted)
      if (page) return page
      const elsewhere = isThere ? await findAnywhere(name) : undefined
      if (elsewhere) return elsewhere
      return isThere ? showNotFound() : showMessages(503, content.tree.name, found)
    },
    async messages(pathname) {
      const file = await fileOf(pathname)
      const deck = file === undefined ? undefined : await compose(file)
      const errors = (await aboutSite()).filter(({ severity }) => severity === 'error')
      return deck && devMessages({ ...deck, diagnostics: [...errors, ...deck.diagnostics.filter((own) => !errors.includes(own))] })
    },
    async fix(pathname, message) {
      const file = await fileOf(pathname)
      const deck = file === undefined ? undefined : await site.compose(file)
      const fixed = deck ? fixDeck(root, deck, message) : 'nothing'
      // The watcher reports the change only later, and the message must not be fixed twice.
      if (fixed === 'done' && deck) site.forget([deck.path])
      return fixed
    },
    async change(files) {
      site.forget(files)
      await aboutSite()
      const documents = new Set((await site.read()).content.tree.documents)
      const concerned = files.filter((file) => messages.isReported(file) || documents.has(file))
      const decks = await messages.together((log) => Promise.all(concerned.map((file) => compose(file, log))))
      return decks.filter((deck) => deck !== undefined)
    },
    async survey(only) {
      if (only !== undefined) await aboutSite()
      const deck = only === undefined ? undefined : await compose(only)
      const decks = only === undefined ? (await readDecks()).decks : deck?.shown ? [deck.shown.summary] : []
      return countDecks(decks, decks.length > COMPOSED_ROWS ? undefined : messages.current())
    },
    failed(pathname, cause) {
      const found: Diagnostic[] = []
      collect(found)('deck-failed', { file: decode(pathname) }, cause instanceof Error ? cause.message : String(cause))
      messages.report(pathname, found)
      return showMessages(500, decode(pathname), found)
    },
    close: site.close,
  }
}

// Without the slash at its start.
const decode = (pathname: string) => decodeAddress(pathname)?.slice(1) ?? pathname
