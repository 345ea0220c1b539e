import type { IncomingMessage, ServerResponse } from 'node:http'
import { NOT_FOUND_PAGE } from '../core/pages/relative-urls.ts'
import { contentType } from '../core/files.ts'
import { findPublished } from './find-published.ts'
import { asksForOwnHost } from './own-host.ts'
import { sendFile } from './send-file.ts'

interface Published {
  readonly folder: string
  /** Path under which the site is served; begins and ends with `/`. */
  readonly base: string
  /** Address that the server listens on. */
  readonly host: string
}

/** Answers requests as a web server does that publishes a built site: its files, its page for wrong addresses, and no list of a folder. */
export function answerPreview({ folder, base, host }: Published): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const end = (status: number) => {
      response.statusCode = status
      response.end()
    }
    if (!asksForOwnHost(request, host)) return end(403)
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(405)
    const pathname = (request.url ?? '/').replace(/[?#].*$/s, '')
    if (base !== '/' && (pathname === '/' || `${pathname}/` === base)) {
      response.setHeader('location', base)
      return end(302)
    }
    const file = pathname.startsWith(base) ? findPublished(folder, decode(pathname.slice(base.length))) : undefined
    if (file === undefined) response.statusCode = 404
    const sent = file ?? findPublished(folder, NOT_FOUND_PAGE)
    return sent === undefined ? end(404) : sendFile(request, response, { file: sent, type: contentType(sent) })
  }
}

function decode(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}
