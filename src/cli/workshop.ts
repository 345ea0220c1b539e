import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { SITE_FILE } from '../core/config/read-site-options.ts'
import { isMarkdown } from '../core/files.ts'
import { safeText } from '../core/diagnostics/safe-text.ts'
import { findChromium } from '../node/chromium/launch-chromium.ts'
import { composeInWorker } from '../node/compose/in-worker.ts'
import { openDiagramRenderer } from '../node/diagrams/open-diagram-renderer.ts'
import { toSlashes } from '../node/files/paths.ts'
import type { BuildOptions } from '../node/site/build-site.ts'
import { openOutput, type OutputFolder, OutputRefused } from '../node/site/output-folder.ts'
import { cacheFolder } from './cache-folder.ts'
import { clientFor } from './client-for.ts'
import type { Terminal } from './terminal.ts'
import { STOP_SIGNALS, WrongUse } from './usage.ts'

/** What commands work with on a folder of decks. */
export interface Workshop extends Omit<BuildOptions, 'base' | 'onProgress'> {
  /** Path of Chromium, where this machine has one. */
  readonly chromium: string | undefined
  /** Opens a folder to write to. Where the work fails or is stopped before the folder is put in its place, what was written goes away. */
  readonly openOutput: (out: string) => Promise<OutputFolder>
}

/** Opens what commands work with on a folder of decks, and closes it when the work is done, has failed or is stopped. */
export async function withWorkshop<T>(root: string, terminal: Terminal, work: (workshop: Workshop) => Promise<T>): Promise<T> {
  const bundle = await clientFor(root)
  const chromium = findChromium(process.env)
  const drawer = openDiagramRenderer({ chromium, cache: cacheFolder('drawings') })
  const outputs: OutputFolder[] = []
  const discard = () => {
    for (const output of outputs) output.discard()
  }
  for (const [signal] of STOP_SIGNALS) process.once(signal, discard)
  try {
    return await work({
      ...{ root, ...bundle, chromium, drawer, openComposer: composeInWorker() },
      ...(chromium === undefined ? {} : { printing: { chromium, cache: cacheFolder('pdf') } }),
      async openOutput(out) {
        const output = await openOutputOf(out, root, terminal)
        outputs.push(output)
        return output
      },
    })
  } catch (cause) {
    discard()
    throw cause
  } finally {
    for (const [signal] of STOP_SIGNALS) process.off(signal, discard)
    await drawer.close()
  }
}

async function openOutputOf(out: string, root: string, terminal: Terminal): Promise<OutputFolder> {
  try {
    return await openOutput(out, root, {
      onWait({ pid, machine, since }) {
        const [host = ''] = machine.split(' ')
        terminal.tell(safeText(`waiting for the command that writes ${out} since ${since} (process ${pid} on ${host})`))
      },
    })
  } catch (cause) {
    if (cause instanceof OutputRefused) throw new WrongUse(cause.message)
    throw cause
  }
}

export interface FoundDecks {
  /** Folder of the decks. */
  readonly root: string
  /** Path of the one deck that is meant, relative to it. */
  readonly only?: string
}

/** The folder of decks, or the one deck, that the command line names. A deck belongs to the nearest folder above it that has options of a site. */
export function findDecks(target: string): FoundDecks {
  if (!existsSync(target)) throw new WrongUse(`file or folder not found: "${target}"`)
  if (statSync(target).isDirectory()) return { root: target }
  if (!isMarkdown(target)) throw new WrongUse(`"${target}" is neither a folder nor a Markdown file`)
  const file = path.resolve(target)
  const root = siteAbove(path.dirname(file)) ?? path.dirname(file)
  return { root, only: toSlashes(path.relative(root, file)) }
}

function siteAbove(folder: string): string | undefined {
  if (existsSync(path.join(folder, SITE_FILE))) return folder
  const above = path.dirname(folder)
  return above === folder ? undefined : siteAbove(above)
}
