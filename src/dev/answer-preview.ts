import { existsSync, realpathSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { contentType } from '../core/files.ts'
import { INDEX_PAGE, NOT_FOUND_PAGE } from '../core/pages/urls.ts'
import { decodeAddress } from '../core/shared/decode-address.ts'
import { endWithText } from './guard-requests.ts'
import { sendFile } from './send-file.ts'

interface PublishedSite {
  readonly folder: string
  /** Path under which the site is served; starts and ends with `/`. */
  readonly base: string
  /** Called when a request finds that the folder is no longer there. */
  readonly onGone: () => void
}

/** Answers requests like a web server that publishes a built site: its files, its page for unknown addresses, and no folder listings. */
export function answerPreview({ folder, base, onGone }: PublishedSite): (request: IncomingMessage, response: ServerResponse) => void {
  let isGone = false
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD')
      return endWithText(response, 405, 'Only GET and HEAD are allowed.')
    }
    const [pathname = '', query = ''] = (request.url ?? '/').replace(/#.*$/s, '').split(/(?=\?.*)/s)
    const redirect = (status: number, location: string) => {
      response.setHeader('location', location)
      endWithText(response, status, `The address is ${location}`)
    }
    if (base !== '/' && (pathname === '/' || `${pathname}/` === base)) return redirect(302, base)
    if (!pathname.startsWith(base)) return endWithText(response, 404, `Nothing is served here; the site is at ${base}`)
    if (!existsSync(folder)) {
      if (!isGone) onGone()
      isGone = true
      return endWithText(response, 503, 'The folder of the site is gone; build the site again with hedgerow build')
    }
    isGone = false
    // Browsers may request the site again after each build; they keep what has not changed.
    response.setHeader('cache-control', 'no-cache')
    const found = findPublished(folder, pathname.slice(base.length))
    if (found === 'folder') return redirect(301, `${pathname}/${query}`)
    if (found === undefined) response.statusCode = 404
    const sent = found ?? plainFile(folder, NOT_FOUND_PAGE)
    if (sent === undefined) return endWithText(response, 404, 'The site has no such page.')
    sendFile(request, response, { file: sent, type: contentType(sent), isPublished: true })
  }
}

/** The file of a built site for a path as it was written, or `folder` for one with an index page; never what is hidden or outside of the site. */
function findPublished(folder: string, written: string): string | undefined {
  // Servers differ in what an encoded slash is; an address with empty parts could lead to another host.
  if (/%2f/i.test(written) || /^\/|\/\//.test(written)) return undefined
  const wanted = decodeAddress(written) ?? written
  if (wanted.includes('\0') || wanted.includes('\\')) return undefined
  if (wanted === '' || wanted.endsWith('/')) return plainFile(folder, `${wanted}${INDEX_PAGE}`)
  const file = plainFile(folder, wanted) ?? plainFile(folder, `${wanted}.html`)
  return file ?? (plainFile(folder, `${wanted}/${INDEX_PAGE}`) === undefined ? undefined : 'folder')
}

/** The path of a plain file inside a folder, even if a link leads to it. */
function plainFile(folder: string, wanted: string): string | undefined {
  if (isHidden(wanted, '/')) return undefined
  try {
    // The folder is looked up for each request, since a build exchanges it.
    const root = realpathSync(folder)
    const file = realpathSync(path.join(root, wanted))
    if (!file.startsWith(root + path.sep) || isHidden(file.slice(root.length + 1), path.sep)) return undefined
    return statSync(file).isFile() ? file : undefined
  } catch {
    // The file does not exist or cannot be read.
    return undefined
  }
}

// Also `..`, and the marker file of a build.
const isHidden = (file: string, separator: string) => file.split(separator).some((part) => part.startsWith('.'))
