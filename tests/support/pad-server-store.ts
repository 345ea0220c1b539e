import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

export interface Pad {
  readonly alias?: string | undefined
  /** 22 characters, as base64url writes a UUID. */
  readonly id: string
  readonly shortid: string
  readonly permission: 'freely' | 'editable' | 'limited' | 'locked' | 'protected' | 'private'
  readonly owner?: string | undefined
  readonly text: string
  /** Newest first. */
  readonly revisions: readonly { readonly time: number; readonly length: number; readonly text: string }[]
}

export interface PadFile {
  readonly bytes: Uint8Array
  readonly type: string
}

export interface NewPad {
  readonly alias?: string
  readonly text: string
  readonly permission?: Pad['permission']
  readonly owner?: string
  readonly asIs?: boolean
  /** When revisions were saved, in milliseconds since 1970; none for a pad that was just written. */
  readonly revisions?: readonly number[]
}

export type ServerKind = 'hedgedoc' | 'codimd' | 'hedgedoc2' | 'hackmd'

/** One request, and all that an answer depends on. */
export interface Asked {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly store: PadStore
  readonly kind: ServerKind
  readonly path: string
  readonly root: string
  readonly freeUrls: boolean
  readonly created: string[]
  readonly mediaStore: string | undefined
}

/** What a server keeps in its database and its folder of uploads. */
export type PadStore = ReturnType<typeof openNoteStore>

const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
}

const FIRST_TIME = Date.UTC(2026, 8, 3, 15)
const MINUTE = 60_000

export function openNoteStore() {
  const pads: Pad[] = []
  const uploads = new Map<string, PadFile>()
  const users = new Map<string, string | undefined>()
  const has = (pad: Pad, name: string) => [pad.alias, pad.id, pad.shortid].includes(name)
  const findPad = (name: string) => pads.find((pad) => has(pad, name))
  const newSession = (user?: string) => {
    const session = `s%3A${hash(`session ${users.size}`).slice(0, 32)}.${hash(`signature ${users.size}`).slice(0, 24)}`
    users.set(session, user)
    return session
  }

  return {
    token: 'hedgedoc.token-of-the-tests',
    sessions: () => users.size,
    findPad,
    newSession,
    hasSession: (session: string) => users.has(session),
    /** Who is logged in with a session. */
    userOf: (session: string | undefined) => users.get(session ?? ''),
    logIn: (user: string) => `connect.sid=${newSession(user)}`,
    addPad({ text, asIs = false, revisions = [], permission = 'editable', ...pad }: NewPad): Pad {
      const digest = hash(`pad ${pads.length} ${pad.alias ?? ''}`)
      const kept = asIs ? text : text.replace(/^\ufeff/, '').replaceAll('\r', '')
      const times = revisions.toSorted((a, b) => b - a).map((time) => ({ time, length: kept.length, text: kept }))
      const made = { ...pad, permission, id: digest.slice(0, 22), shortid: digest.slice(-9), text: kept, revisions: times }
      pads.push(made)
      return made
    },
    editPad(name: string, edit: string | ((text: string) => string)): Pad {
      const index = pads.findIndex((pad) => has(pad, name))
      const pad = pads[index]
      if (!pad) throw new Error(`there is no pad "${name}"`)
      const text = typeof edit === 'string' ? edit : edit(pad.text)
      const time = (pad.revisions[0]?.time ?? FIRST_TIME) + 10 * MINUTE
      const edited = { ...pad, text, revisions: [{ time, length: text.length, text }, ...pad.revisions] }
      pads[index] = edited
      return edited
    },
    addUpload(content: Uint8Array | string, { ending = 'png', name }: { readonly ending?: string; readonly name?: string } = {}): string {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content
      const file = name ?? `${uuidOf(`upload ${uploads.size}`)}.${ending}`
      uploads.set(file, { bytes, type: TYPES[ending] ?? 'application/octet-stream' })
      return file
    },
    removeUpload: (name: string) => void uploads.delete(name),
    uploadOf: (name: string) => uploads.get(name),
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').replace(/[-_]/g, 'x')
}

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** What Express makes of a body: a weak ETag. */
export function etagOf(body: string | Uint8Array): string {
  const bytes = Buffer.from(body)
  return `W/"${bytes.length.toString(16)}-${createHash('sha1').update(bytes).digest('base64').slice(0, 27)}"`
}

/** An HTML page, with the status of an error or of the editor. */
export function sendPage(response: ServerResponse, status: number, title: string): void {
  const html = `<!DOCTYPE html>\n<html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'content-length': Buffer.byteLength(html) }).end(html)
}

export function sendRedirect(response: ServerResponse, to: string, status = 302): void {
  const headers = { location: new URL(to).href, 'content-type': 'text/plain; charset=utf-8', 'content-length': 5 }
  response.writeHead(status, headers).end('Found')
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const text = JSON.stringify(value)
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) }).end(text)
}
