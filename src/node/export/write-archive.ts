import { readFileSync } from 'node:fs'
import path from 'node:path'
import { SITE_FILE } from '../../core/config/site-file.ts'
import { LARGEST_ASSET } from '../../core/files.ts'
import type { ClientBundle, DeckSummary } from '../../core/model.ts'
import { PADS_LOCK, type PadsLock, writePadsLock } from '../../core/pads/pads-lock.ts'
import { readInside } from '../files/read-file.ts'
import { sha256 } from '../files/sha256.ts'
import { isMachineFault } from '../files/system-errors.ts'
import { packageFolder } from '../package/package-paths.ts'
import type { OutputFolder } from '../site/output-folder.ts'
import { openSiteWriter } from '../site/write-site.ts'

interface ArchiveContext {
  /** Folder of the decks. */
  readonly root: string
  readonly lang: string
  /** Paths of the files that the site shows on every deck. */
  readonly own: readonly string[]
  /** Where the decks of the folder came from. */
  readonly pads?: PadsLock | undefined
  readonly client: ClientBundle
  readonly clientFolder: string
  readonly maker: Maker
}

const LICENCES = 'licences.txt'

/**
 * Writes what an archive needs of a deck: its page as one file, its source and the files that it shows as their authors made them, in a
 * folder that can be built again, the licences, and a manifest of it all. Returns the name of the page.
 */
export async function writeArchive(
  deck: DeckSummary,
  html: string,
  { output, ...context }: ArchiveContext & { readonly output: OutputFolder },
): Promise<string> {
  const { root, lang, own, pads, client, clientFolder, maker } = context
  const page = `${path.posix.basename(deck.id)}.html`
  // Notes that are not published are not archived either, unless they are asked for; nor is the address of the pad, which has them.
  const text = deck.isWithoutSource ? [] : [deck.path]
  const source = [...text, ...new Set([...deck.assets, ...own])]
  const options = siteFileOf(root)
  const origin = deck.isWithoutSource ? undefined : pads?.get(deck.path)
  const files = new Map<string, Uint8Array>([
    [page, Buffer.from(html)],
    [LICENCES, readFileSync(path.join(clientFolder, client.licences))],
    ...source.map((file) => [`source/${file}`, readInside(root, file, LARGEST_ASSET)] as const),
    ...(options ? [[`source/${SITE_FILE}`, options] as const] : []),
    ...(origin ? [[`source/${PADS_LOCK}`, Buffer.from(writePadsLock(new Map([[deck.path, origin]])))] as const] : []),
  ])
  const named = { page, source: text.map((file) => `source/${file}`)[0], licences: LICENCES }
  const manifest = archiveManifest({ deck, lang, files, named, maker, client })
  const writer = openSiteWriter(output.staging)
  for (const [file, content] of [...files, ['manifest.json', manifest] as const]) writer.write({ path: file, content })
  await output.commit(writer.files)
  return page
}

function siteFileOf(root: string): Buffer | undefined {
  try {
    return readInside(root, SITE_FILE, LARGEST_ASSET)
  } catch (cause) {
    if (isMachineFault(cause)) throw cause
    // Missing, or unreadable, which has been reported.
    return undefined
  }
}

/** The package that makes an archive, from its package.json. */
interface Maker {
  readonly version: string
  /** Exact versions. */
  readonly dependencies: Readonly<Record<string, string>>
}

/** This package, as the manifest names it. */
export function readMaker(): Maker {
  return JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as Maker
}

interface ArchiveParts {
  readonly deck: DeckSummary
  readonly lang: string
  /** By path in the archive, without the manifest. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** The files that the manifest names. */
  readonly named: { readonly page: string; readonly source: string | undefined; readonly licences: string }
  readonly maker: Maker
  readonly client: ClientBundle
}

/** What an archive contains and what it was made with, as JSON. It has no time and no location: the same deck gives the same text. */
function archiveManifest({ deck, lang, files, named, maker, client }: ArchiveParts): string {
  const { id, title, description, date, slides, tags } = deck
  const manifest = {
    format: 'hedgerow archive 1',
    deck: {
      id,
      title,
      lang: deck.lang ?? lang,
      date,
      description: description || undefined,
      tags,
      slides,
    },
    ...named,
    madeWith: { hedgerow: maker.version, ...maker.dependencies },
    // Packages whose code, styles or fonts are in the page.
    holds: client.packages,
    files: [...files]
      .map(([path, content]) => ({ path, bytes: content.byteLength, sha256: sha256(content) }))
      .toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}
