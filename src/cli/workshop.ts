import { lstatSync } from 'node:fs'
import path from 'node:path'
import { safeText } from '../core/diagnostics/safe-text.ts'
import { type BundledClient, readManifest } from '../node/package/client-bundle.ts'
import type { caches } from '../node/cache.ts'
import { withTemporaryFolder } from '../node/files/temporary-folder.ts'
import { withThemes } from '../bundle/bundle-cache.ts'
import { findChromium } from '../node/chromium/find-chromium.ts'
import { type Chromium, openChromium } from '../node/chromium/open-chromium.ts'
import { composeInWorkers } from '../node/compose/in-workers.ts'
import { cacheDecks, type DeckCacheOptions } from '../node/deck-cache/cache-decks.ts'
import { openDocumentCache } from '../node/deck-cache/document-cache.ts'
import { openDiagramRenderer } from '../node/diagrams/open-diagram-renderer.ts'
import { codeVersion } from '../node/package/code-version.ts'
import { clientFolder, packageFolder, THEMES } from '../node/package/package-paths.ts'
import { openPictureMaker } from '../node/pictures/picture-maker.ts'
import type { BuildOptions } from '../node/site/build-site.ts'
import { openOutput, type OutputFolder, OutputRefused } from '../node/site/output-folder.ts'
import type { Terminal } from './terminal.ts'
import { cacheFolder } from './cache-folder.ts'
import { STOP_SIGNALS, UsageError } from './usage.ts'

/** All that commands need for a folder of decks. */
export interface Workshop extends Omit<BuildOptions, 'base' | 'onProgress'> {
  /** Missing where none is installed. */
  readonly chromium: Chromium | undefined
  /** Opens an output folder, for the site of a single deck if that is named. If the work fails or is stopped before it is committed, what was written is removed. */
  readonly openOutput: (out: string, only?: string) => Promise<OutputFolder>
}

export interface WorkshopOptions extends Pick<DeckCacheOptions, 'onDeck' | 'onUnkept'> {
  /** If it is known already. */
  readonly code?: string
  /** Nothing that earlier runs have made is used, nor kept for later ones. */
  readonly withoutCache?: boolean
}

/** Opens all that commands need for a folder of decks, and closes it when the work is done, has failed or is stopped. */
export async function withWorkshop<T>(
  root: string,
  terminal: Terminal,
  work: (workshop: Workshop) => Promise<T>,
  { withoutCache = false, ...options }: WorkshopOptions = {},
): Promise<T> {
  if (withoutCache)
    return withTemporaryFolder((folder) => openWorkshop({ root, terminal, ...options, folderOf: (name) => path.join(folder, name) }, work))
  return openWorkshop({ root, terminal, ...options, folderOf: cacheFolder }, work)
}

interface Opening extends Omit<WorkshopOptions, 'withoutCache'> {
  readonly root: string
  readonly terminal: Terminal
  /** The folder of a cache. */
  readonly folderOf: (name: keyof typeof caches) => string
}

async function openWorkshop<T>(
  { root, terminal, code = codeVersion(), folderOf, ...told }: Opening,
  work: (workshop: Workshop) => Promise<T>,
): Promise<T> {
  const bundle = await clientFor(root)
  const kept = { folder: folderOf('decks'), code }
  const found = findChromium(process.env)
  const chromium = found === undefined ? undefined : openChromium(found)
  const diagramRenderer = openDiagramRenderer({ chromium, cache: folderOf('drawings') })
  const pictureMaker = openPictureMaker(folderOf('pictures'))
  const outputs: OutputFolder[] = []
  const discard = () => {
    for (const output of outputs) output.discard()
  }
  for (const [signal] of STOP_SIGNALS) process.once(signal, discard)
  try {
    return await work({
      root,
      ...bundle,
      chromium,
      diagramRenderer,
      pictureMaker,
      documents: openDocumentCache(kept, root),
      openComposer: cacheDecks(composeInWorkers(), { ...kept, ...told }),
      cardCache: folderOf('cards'),
      printing: chromium && { chromium, cache: folderOf('pdf') },
      async openOutput(out, only) {
        const output = await openOutputOf(out, { root, only, terminal })
        outputs.push(output)
        return output
      },
    })
  } catch (cause) {
    discard()
    throw cause
  } finally {
    for (const [signal] of STOP_SIGNALS) process.off(signal, discard)
    await pictureMaker?.close()
    await diagramRenderer.close()
    await chromium?.close()
  }
}

interface ForOutput {
  readonly root: string
  readonly only: string | undefined
  readonly terminal: Terminal
}

async function openOutputOf(out: string, { root, only, terminal }: ForOutput): Promise<OutputFolder> {
  try {
    return await openOutput(out, root, {
      only,
      onWait({ pid, machine, since }) {
        const [host = ''] = machine.split(' ')
        terminal.log(safeText(`waiting for the command that writes ${out} since ${since} (process ${pid} on ${host})`))
      },
    })
  } catch (cause) {
    if (cause instanceof OutputRefused) throw new UsageError(cause.message)
    throw cause
  }
}

/**
 * The browser code and themes for a site. They come with the package; for a site with themes of its own they are bundled once, and cached by
 * content outside the site.
 */
export async function clientFor(folder: string): Promise<BundledClient> {
  const themes = path.join(folder, THEMES)
  return isFolder(themes) ? withThemes(themes, cacheFolder('clients')) : ofPackage(clientFolder)
}

// A link counts as one; the bundler refuses it if it leads out of the folder.
function isFolder(file: string): boolean {
  const stat = lstatSync(file, { throwIfNoEntry: false })
  return stat !== undefined && (stat.isDirectory() || stat.isSymbolicLink())
}

/** The bundle that comes with the package. */
export async function ofPackage(folder: string): Promise<BundledClient> {
  const found = readManifest(folder)
  if (found && 'broken' in found) throw new Error(`${found.broken} is damaged; install Hedgerow again`)
  if (found) return { client: found.bundle, clientFolder: folder }
  const { bundleClient } = await import('../bundle/bundle-client.ts')
  await bundleClient({ home: packageFolder, outDir: folder })
  return ofPackage(folder)
}
