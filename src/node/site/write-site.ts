import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { CLIENT_FOLDER } from '../../core/pages/urls.ts'
import { OUTPUT_MARK } from '../content/discover.ts'
import { readInside } from '../files/read-file.ts'
import { MachineFault, onMachine } from '../files/system-errors.ts'
import { writeWhole } from '../files/write-file.ts'
import { holdPages } from './hold-pages.ts'
import { linkSame, type WantedFile } from './link-same.ts'

/** Writes the files of a site and records them. Each call throws `MachineFault` if the file cannot be written. */
export interface SiteWriter {
  /** Paths of the files that have been written, and their sizes in bytes. */
  readonly files: ReadonlyMap<string, number>
  readonly write: (file: { readonly path: string; readonly content: string | Uint8Array }) => void
  /** Copies a file that can be read, unless the site has one at that path. */
  readonly copy: (from: string, file: string) => void
  /** Records a page that will be changed once more: it may be written only then, or by `flush`. */
  readonly hold: (page: { readonly path: string; readonly content: string }) => void
  /** Changes a text file of the site. */
  readonly change: (file: string, work: (text: string) => string) => void
  /** Writes all that is held, so that the files can be read. */
  readonly flush: () => void
}

// The web server may be another user, whatever the mode of the source.
const COPIED = 0o644

/**
 * Opens an existing folder for the files of a site. A file that is the same in the `old` site is linked: creating and removing thousands of files takes
 * longer than reading them. It also keeps its time, by which programs copy only what has changed.
 */
export function openSiteWriter(folder: string, old?: string): SiteWriter {
  const files = new Map<string, number>()
  const linked = new Set<string>()
  const made = new Set<string>()
  const put = (file: string, work: (target: string) => void) => {
    const target = path.join(folder, file)
    onMachine(`${file} cannot be written`, () => {
      const parent = path.dirname(target)
      if (!made.has(parent)) mkdirSync(parent, { recursive: true })
      made.add(parent)
      // Writing to it would change the old site.
      if (linked.delete(file)) rmSync(target)
      work(target)
    })
  }
  const link = (file: string, target: string, { content, mode }: { readonly content: WantedFile['content']; readonly mode?: number }) => {
    if (old === undefined) return false
    const mark = statSync(path.join(folder, OUTPUT_MARK))
    const like = { uid: mark.uid, gid: mark.gid, mode: mode ?? mark.mode }
    return linkSame(path.join(old, file), target, { content, like }) && linked.add(file).has(file)
  }
  const write: SiteWriter['write'] = ({ path: file, content }) => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    held.take(file)
    put(file, (target) => {
      if (!link(file, target, { content: bytes })) writeFileSync(target, bytes)
    })
    files.set(file, bytes.length)
  }
  const held = holdPages(write)
  return {
    files,
    write,
    hold(page) {
      held.hold(page)
      files.set(page.path, Buffer.byteLength(page.content))
    },
    change(file, work) {
      const before = held.take(file)
      const text = before ?? readFileSync(path.join(folder, file), 'utf8')
      const changed = work(text)
      if (before !== undefined || changed !== text) write({ path: file, content: changed })
    },
    flush: held.flush,
    copy(from, file) {
      if (files.has(file)) return
      put(file, (target) => {
        if (link(file, target, { content: { path: from }, mode: COPIED })) return
        copyFileSync(from, target, constants.COPYFILE_FICLONE)
        chmodSync(target, COPIED)
      })
      files.set(file, statSync(from).size)
    },
  }
}

/** Copies files of the client folder to the site. */
export function copyClientFiles({ copy }: SiteWriter, clientFolder: string, files: Iterable<string>): void {
  for (const file of files) copy(path.join(clientFolder, file), `${CLIENT_FOLDER}/${file}`)
}

/** Checks that a folder contains exactly these files, with their sizes in bytes. Throws `MachineFault` if it does not. */
export function verifyFiles(staging: string, files: ReadonlyMap<string, number>): void {
  const found = new Set(filesBelow(staging).filter((file) => file !== OUTPUT_MARK))
  for (const [file, size] of files) {
    const bytes = found.delete(file) ? statSync(path.join(staging, file)).size : undefined
    if (bytes === size) continue
    const what = bytes === undefined ? 'is missing' : `has ${bytes} bytes, not ${size}`
    throw new MachineFault(`${file} ${what} in the folder that was written; the disk may be faulty, or another program changes its files`)
  }
  for (const file of found) throw new MachineFault(`${file} is in the folder that was written, but not part of the site`)
}

const LARGEST = 64 * 1024 * 1024

/** Paths of the files that a build wrote to a folder; none if no build has. Throws if the mark cannot be read. */
export function readMark(folder: string): readonly string[] {
  const { files } = readFields(folder)
  return Array.isArray(files) ? files.filter((file) => typeof file === 'string') : []
}

/** Path of the only deck of the site in a folder, if it was built from a single deck. Throws if the mark cannot be read. */
export function readOnlyDeck(folder: string): string | undefined {
  const { only } = readFields(folder)
  return typeof only === 'string' ? only : undefined
}

function readFields(folder: string): { readonly files?: unknown; readonly only?: unknown } {
  if (!existsSync(path.join(folder, OUTPUT_MARK))) return {}
  const text = readInside(folder, OUTPUT_MARK, LARGEST).toString('utf8')
  try {
    const mark: unknown = JSON.parse(text)
    return typeof mark === 'object' && mark !== null ? mark : {}
  } catch {
    // Not written by a build.
    return {}
  }
}

/** Names the files of a folder as written by a build, which the next one may replace, and the deck if there is only one. */
export function writeMark(folder: string, files: readonly string[], only?: string): void {
  // Atomically, since without it no build may write here again.
  writeWhole(path.join(folder, OUTPUT_MARK), `${JSON.stringify({ files, only })}\n`)
}

/** Paths of all files below a folder, hidden ones too; links are not followed. Throws where a folder cannot be read. */
export function filesBelow(root: string, folder = ''): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const relative = folder === '' ? entry.name : `${folder}/${entry.name}`
    return entry.isDirectory() ? filesBelow(root, relative) : [relative]
  })
}
