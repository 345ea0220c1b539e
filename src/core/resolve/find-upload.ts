import { decodeAddress } from '../shared/decode-address.ts'
import { PICTURE_ENDINGS } from '../files.ts'
import { findSpelling } from './find-spelling.ts'
import { resolvePath } from './resolve-path.ts'

/** What a pad or an image host stored, as its address names it. */
export interface Upload {
  /** The segments of the path after `uploads`, else the file name. */
  readonly name: readonly string[]
  /** All segments of the path. */
  readonly path: readonly string[]
  readonly host?: string
  /** A pad server keeps it, and not a host of images or a site with a folder of the same name. */
  readonly isOfPad: boolean
}

// Where people put the files of a pad.
const FOLDERS = ['', ...'uploads _uploads images image img imgs pictures pics figures assets assets/images assets/img media'.split(' ')]
const MORE_FOLDERS = 'static files attachments resources'.split(' ')
// Generated names, so that a file of the same name is the same file.
const GENERATED = /^(upload_)?[0-9a-f-]*[0-9a-f]{8}[0-9a-f-]{8,}(\.\w+)?$/i
const IMAGE_HOST = /^((i\.)?imgur\.com|user-images\.githubusercontent\.com|private-user-images\.githubusercontent\.com)$/

// Parts of a host by which pad servers are known.
const PAD_SERVER = /(^|-)(pads?|hedgedoc|codimd|hackmd)\d*(-|$)|^(md|notes?|input)$/i

/** Reads the address of an upload of HedgeDoc, CodiMD, HackMD, GitLab, GitHub or Imgur; `undefined` if it is none. */
export function readUpload(pathname: string, host?: string): Upload | undefined {
  const path = pathname.split('/').flatMap((segment) => (segment === '' ? [] : [decodeAddress(segment)]))
  if (!path.every(isName) || path.length === 0) return undefined
  // WordPress has such a folder, too.
  const at = path.includes('wp-content') ? -1 : path.findLastIndex((segment) => /^_?uploads$/.test(segment))
  const last = path[path.length - 1] ?? ''
  if (at !== -1 && at < path.length - 1) {
    const name = path.slice(at + 1)
    return { name, path, host, isOfPad: name.length === 1 && (host === undefined || GENERATED.test(last) || isPadServer(host)) }
  }
  const isUpload = host !== undefined && (IMAGE_HOST.test(host) || GENERATED.test(last))
  return isUpload ? { name: [last], path, host, isOfPad: false } : undefined
}

function isPadServer(host: string): boolean {
  const labels = host.replace(/:\d+$/, '').split('.')
  return labels.slice(0, -1).some((label) => PAD_SERVER.test(label))
}

/** Whether an address is that of an upload of a pad, also in a store of images that pad servers use. `isOwn`: the host is that of the pad. */
export function isUploadOfPad({ pathname, host }: URL, isOwn: boolean): boolean {
  const upload = readUpload(pathname, host)
  if (!upload) return false
  const [folder = '', last = ''] = ['', ...upload.path].slice(-2)
  if (upload.isOfPad || host === 'i.imgur.com' || (isOwn && /^_?uploads$/.test(folder))) return true
  return GENERATED.test(last) && (host.endsWith('.blob.core.windows.net') || folder === 'media')
}

function isName(segment: string | undefined): segment is string {
  return segment !== undefined && !segment.startsWith('.') && !/[/\\]/.test(segment)
}

/** The file of an upload: next to the deck or in a usual folder there or above, else at the path that the address has. */
export function findUpload({ name, path, host }: Upload, from: string, files: Pick<ReadonlySet<string>, 'has'>): string | undefined {
  const deck = from.slice(from.lastIndexOf('/') + 1).replace(/\.\w+$/, '')
  const subfolders = [...FOLDERS, deck, `${deck}.assets`, ...MORE_FOLDERS]
  const candidates = [...subfolders.map((folder) => [folder, ...name]), path, ...(host === undefined ? [] : [[host, ...path]])]
  const endings = /\.\w+$/.test(name.at(-1) ?? '') ? [''] : PICTURE_ENDINGS.map((ending) => `.${ending}`)
  for (let up = ''; ; up += '../') {
    for (const candidate of candidates)
      for (const ending of endings) {
        const wanted = resolvePath(
          `./${up}${candidate
            .filter((part) => part !== '')
            .map(encodeURIComponent)
            .join('/')}${ending}`,
          from,
        )
        const file = wanted === undefined ? undefined : findSpelling(wanted, files)
        if (file !== undefined) return file
      }
    if (resolvePath(`./${up}x`, from) === 'x') return undefined
  }
}
