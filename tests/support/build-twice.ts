import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import type { Diagnostic } from '../../src/core/diagnostics/diagnostic.ts'
import type { ClientBundle } from '../../src/core/model.ts'
import { composeInProcess } from '../../src/node/compose/in-process.ts'
import { cacheDecks } from '../../src/node/deck-cache/cache-decks.ts'
import { openDocumentCache } from '../../src/node/deck-cache/document-cache.ts'
import type { DiagramRenderer } from '../../src/node/diagrams/open-diagram-renderer.ts'
import { type BuildOptions, buildSite } from '../../src/node/site/build-site.ts'
import { makeFolder, writeFiles } from './make-folder.ts'
import { stubClient, stubClientFiles } from './stub-client.ts'
import { stubDiagramRenderer } from './stub-diagram-renderer.ts'

type Tools = Partial<Pick<BuildOptions, 'withoutDrafts' | 'today' | 'formats' | 'withNotes' | 'revision'>>

export interface Surroundings extends Tools {
  readonly client?: ClientBundle
  readonly diagramRenderer?: DiagramRenderer
}

/** Builds a folder with a cache and without one, into folders that go away with the test, and compares the two byte for byte. */
export function twiceBuilder(root: string, cache: string) {
  const holder = makeFolder({ x: '' })
  const clientFolder = path.join(holder, 'client')
  writeFiles(clientFolder, stubClientFiles)
  let count = 0

  const build = async (
    tools: Pick<BuildOptions, 'openComposer' | 'documents'>,
    { client = stubClient, diagramRenderer = stubDiagramRenderer, ...more }: Surroundings,
  ) => {
    const staging = path.join(holder, `site${(count += 1)}`)
    writeFiles(staging, {})
    const options = { root, client, clientFolder, diagramRenderer, withoutFiles: true as const, ...tools, ...more }
    const { diagnostics } = await buildSite({ ...options, base: '/', onProgress: () => undefined }, { staging })
    return { files: readAll(staging), diagnostics }
  }

  /** The paths of the decks that were composed although there is a cache, and the messages. */
  return async (surroundings: Surroundings = {}): Promise<{ composed: readonly string[]; diagnostics: readonly Diagnostic[] }> => {
    const plain = await build({ openComposer: composeInProcess }, surroundings)
    const composed: string[] = []
    const kept = { folder: cache, code: 'one' }
    const onDeck = (deck: string, changed?: unknown) => changed !== undefined && composed.push(deck)
    const cached = await build(
      { openComposer: cacheDecks(composeInProcess, { ...kept, onDeck }), documents: openDocumentCache(kept, root) },
      surroundings,
    )
    expect(cached.diagnostics).toEqual(plain.diagnostics)
    expect(cached.files.size).toBeGreaterThan(0)
    expect([...cached.files.keys()]).toEqual([...plain.files.keys()])
    for (const [file, content] of plain.files)
      if (cached.files.get(file) !== content) expect([file, cached.files.get(file)]).toEqual([file, content])
    return { composed, diagnostics: cached.diagnostics }
  }
}

function readAll(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const files = entries.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).toSorted()
  return new Map(files.map((file) => [file, readFileSync(path.join(folder, file), 'latin1')]))
}
