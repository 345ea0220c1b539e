import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ClientBundle, InlineScript } from '../../core/model.ts'
import { withPlainFile } from '../files/read-file.ts'
import { sha256 } from '../files/sha256.ts'

/** The browser code and themes, and the folder that holds their files. */
export interface BundledClient {
  readonly client: ClientBundle
  readonly clientFolder: string
}

/** File of a bundle that describes it. */
export const MANIFEST = 'manifest.json'

/** What a bundle was made of, and what pages need to know of it. */
interface Contents {
  readonly key: string
  readonly bundle: ClientBundle
  /** Digests of its files. */
  readonly files: Readonly<Record<string, string>>
}

/** A bundle whose files are all as they were written, or the path of one that is not. */
export type FoundBundle = Pick<Contents, 'key' | 'bundle'> | { readonly broken: string }

/** Writes the manifest of a bundle next to its files, with digests of all of them and of itself. */
export function writeManifest(folder: string, { key, bundle }: Omit<Contents, 'files'>): void {
  const files = Object.fromEntries(readdirSync(folder).map((name) => [name, sha256(readFileSync(path.join(folder, name)))]))
  const contents: Contents = { key, bundle, files }
  writeFileSync(path.join(folder, MANIFEST), `${JSON.stringify({ digest: sha256(JSON.stringify(contents)), contents })}\n`)
}

/** The bundle in a folder; `undefined` if there is none. Each file is compared with its digest: 2 MB take 5 ms. */
export function readManifest(folder: string): FoundBundle | undefined {
  const file = path.join(folder, MANIFEST)
  if (!existsSync(file)) return undefined
  const contents = parse(readPlain(file))
  if (!contents) return { broken: file }
  const broken = Object.entries(contents.files).find(([name, digest]) => {
    const content = readPlain(path.join(folder, name))
    return content === undefined || sha256(content) !== digest
  })
  return broken ? { broken: path.join(folder, broken[0]) } : { key: contents.key, bundle: contents.bundle }
}

/** The bundle in a folder; `undefined` if there is none, or if one of its files is damaged. */
export function readClientBundle(folder: string): ClientBundle | undefined {
  const found = readManifest(folder)
  return found && 'bundle' in found ? found.bundle : undefined
}

function parse(text: Buffer | undefined): Contents | undefined {
  try {
    // With the right digest it has the shape that `writeManifest` wrote.
    const { digest, contents } = JSON.parse(text?.toString('utf8') ?? '') as { readonly digest: unknown; readonly contents: Contents }
    return digest === sha256(JSON.stringify(contents)) ? contents : undefined
  } catch {
    return undefined
  }
}

function readPlain(file: string): Buffer | undefined {
  try {
    return withPlainFile(file, (handle) => readFileSync(handle))
  } catch {
    return undefined
  }
}

/** A script for a page to contain, and its hash. */
export function inlineScript(text: string): InlineScript {
  if (/<(\/script|!--)/i.test(text)) throw new Error('a script that stands in a page must not end it')
  return { text, hash: `'sha256-${createHash('sha256').update(text).digest('base64')}'` }
}
