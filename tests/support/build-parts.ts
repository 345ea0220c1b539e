import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { composeInProcess } from '../../src/node/compose/in-process.ts'
import { publishPart } from '../../src/node/parts/build-part.ts'
import { type MergeOptions, publishParts } from '../../src/node/parts/merge-parts.ts'
import { sha256 } from '../../src/node/files/sha256.ts'
import { type PartState, readPart, stateFile } from '../../src/node/parts/part-file.ts'
import { type PublishedSite, publishSite } from '../../src/node/site/build-site.ts'
import { openOutput } from '../../src/node/site/output-folder.ts'
import { filesBelow } from '../../src/node/site/write-site.ts'
import { makeFolder, writeFiles } from './make-folder.ts'
import { stubClient, stubClientFiles } from './stub-client.ts'
import { stubDiagramRenderer } from './stub-diagram-renderer.ts'

export interface Place {
  readonly holder: string
  readonly root: string
}

/** A folder of decks beside which sites and parts are built. */
export function makePlace(files: Readonly<Record<string, string | Uint8Array>>): Place {
  const root = makeFolder(files)
  const holder = path.dirname(root)
  writeFiles(path.join(holder, 'client'), stubClientFiles)
  return { holder, root }
}

const TODAY = '2026-06-01'

function toolsOf({ holder, root }: Place) {
  return {
    root,
    client: stubClient,
    clientFolder: path.join(holder, 'client'),
    diagramRenderer: stubDiagramRenderer,
    openComposer: composeInProcess,
    cardCache: path.join(holder, 'cards'),
    base: '/slides/',
    revision: 'abc',
    withoutDrafts: true,
    today: TODAY,
    version: '1.2.3',
    onProgress: () => undefined,
  }
}

/** Builds a whole site at `whole`. */
export async function buildWhole(place: Place): Promise<PublishedSite> {
  return publishSite(toolsOf(place), await openOutput(path.join(place.holder, 'whole'), place.root))
}

/** Builds one part of a site, and returns its folder. */
export async function buildOne(place: Place, number: number, count: number, changes: { readonly today?: string } = {}): Promise<string> {
  const folder = path.join(place.holder, `part-${number}`)
  await publishPart({ ...toolsOf(place), ...changes, shard: { number, count } }, await openOutput(folder, place.root))
  return folder
}

/** Merges parts to `merged`. */
export async function mergeAt(place: Place, folders: readonly string[], changes: Partial<MergeOptions> = {}): Promise<PublishedSite> {
  return publishParts(folders, { ...toolsOf(place), ...changes }, await openOutput(path.join(place.holder, 'merged'), place.root))
}

/** The paths and bytes of all files of a folder. */
export function readAll(folder: string): ReadonlyMap<string, string> {
  return new Map(
    filesBelow(folder)
      .toSorted()
      .map((file) => [file, readFileSync(path.join(folder, file)).toString('latin1')]),
  )
}

/** Changes the state of a part, and gives it the right digest, as an attacker would. */
export function changeState(folder: string, change: (state: PartState) => object): void {
  const { folder: _, ...state } = readPart(folder)
  const { path: file, content } = stateFile({ ...state, ...change(state) })
  writeFileSync(path.join(folder, file), content)
}

/** Replaces a file of a part, and names its digest in the state. */
export function changeFile(folder: string, file: string, content: string): void {
  writeFileSync(path.join(folder, file), content)
  changeState(folder, ({ files }) => ({ files: new Map([...files, [file, sha256(content)]]) }))
}
