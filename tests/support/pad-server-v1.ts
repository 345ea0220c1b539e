import { type Asked, etagOf, type Pad, sendPage, sendRedirect } from './pad-server-store.ts'

const VERSION = '1.12.0'
const MOST_CHARACTERS = 100_000
const MOST_NEW = 20

const cookieOf = (header: string | undefined) => /(?:^|;\s*)connect\.sid=([^;]*)/.exec(header ?? '')?.[1]

/** HedgeDoc 1.12, and CodiMD, which only differs in where it redirects guests to. */
export function answerVersion1(asked: Asked): void {
  const { request, response, store, path, root, kind } = asked
  const url = new URL(request.url ?? '/', 'http://pads.invalid')
  const parts = url.pathname
    .slice(path.length + 1)
    .split('/')
    .map(decodeURIComponent)
  if (parts[0] === 'uploads' && sendUpload(asked, parts.slice(1).join('/'))) return

  // Every request without a session gets a new one.
  const sent = cookieOf(request.headers.cookie)
  const session = sent !== undefined && store.hasSession(sent) ? sent : store.newSession()
  response.setHeader('set-cookie', `connect.sid=${session}; Path=/; Expires=Thu, 03 Dec 2099 00:00:00 GMT; HttpOnly; SameSite=Lax`)
  if (kind === 'hedgedoc') response.setHeader('hedgedoc-version', VERSION)
  if (request.method === 'GET' && url.pathname.endsWith('/') && parts.join('') !== '')
    return sendRedirect(response, root + parts.join('/').replace(/\/+$/, '') + url.search, 301)

  const [first = '', second = '', third = ''] = parts
  if (first === '') return sendPage(response, 200, 'HedgeDoc - Ideas grow better together')
  if (first === 'new') return request.method === 'POST' ? postPad(asked, second) : createPad(asked, second)
  const isPublished = (first === 's' || first === 'p') && second !== ''
  const name = isPublished ? second : first
  const action = isPublished ? third : second
  const pad = store.findPad(name)
  if (!pad) return action === '' && !isPublished && asked.freeUrls ? createPad(asked, name) : sendPage(response, 404, '404 Not Found')
  const user = store.userOf(session)
  if (!mayRead(pad, user)) {
    if (user !== undefined) return sendPage(response, 403, '403 Forbidden')
    return sendRedirect(response, kind === 'codimd' ? `${root}?next=${encodeURIComponent(request.url ?? '')}` : root)
  }
  if (first === 'p' && isPublished && action !== '') {
    if (action === 'edit') return sendRedirect(response, `${root}${pad.alias ?? pad.id}?both`)
    return sendRedirect(response, `${root}p/${pad.shortid}`)
  }
  if (action === '') {
    const proper = isPublished ? (pad.alias ?? pad.shortid) : (pad.alias ?? pad.id)
    const folder = isPublished ? `${first}/` : ''
    return name === proper ? sendPage(response, 200, 'A pad - HedgeDoc') : sendRedirect(response, root + folder + proper)
  }
  if (action === 'download')
    return sendBody(asked, pad.text, {
      'content-type': 'text/markdown; charset=UTF-8',
      'content-disposition': 'attachment; filename=A%20pad.md',
    })
  if (action === 'info') return sendBody(asked, JSON.stringify(infoOf(pad)), JSON_TYPE)
  if (action === 'revision') return sendRevision(asked, pad, third)
  const published = { publish: 's', pretty: 's', slide: 'p' }[action]
  if (published !== undefined && !isPublished) return sendRedirect(response, `${root}${published}/${pad.alias ?? pad.shortid}`)
  sendRedirect(response, root + (isPublished ? `s/${pad.shortid}` : name))
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' } as const

function mayRead({ permission, owner }: Pad, user: string | undefined): boolean {
  if (permission === 'private') return user !== undefined && user === owner
  return user !== undefined || (permission !== 'limited' && permission !== 'protected')
}

function infoOf(pad: Pad): unknown {
  const time = new Date(pad.revisions[0]?.time ?? 0).toISOString()
  return { title: 'A pad', description: null, viewcount: 7, createtime: time, updatetime: time }
}

function sendRevision(asked: Asked, { revisions }: Pad, time: string): void {
  if (time === '') {
    const list = revisions.map((revision) => ({ time: revision.time, length: revision.length }))
    return sendBody(asked, JSON.stringify({ revision: list }), JSON_TYPE)
  }
  const found = revisions.find((revision) => revision.time <= Number(time))
  if (!found || Number(time) > (revisions[0]?.time ?? 0)) return sendPage(asked.response, 404, '404 Not Found')
  const authorship = [['8c2b…', 0, found.length, found.time, found.time]]
  sendBody(asked, JSON.stringify({ content: found.text, authorship, patch: [] }), JSON_TYPE)
}

// Express answers 304 if the ETag fits, except if the request says `no-cache`, as node's fetch does.
function sendBody({ request, response }: Asked, body: string, headers: Readonly<Record<string, string>>): void {
  const etag = etagOf(body)
  const { 'if-none-match': known, 'cache-control': cache = '' } = request.headers
  response.setHeader('etag', etag)
  response.setHeader('cache-control', 'private')
  response.setHeader('access-control-allow-origin', '*')
  const isKnown = (known ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === etag.replace(/^W\//, ''))
  if (isKnown && !/(^|,)\s*no-cache\s*(,|$)/.test(cache)) return void response.writeHead(304).end()
  response.writeHead(200, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body)
}

function sendUpload({ request, response, store }: Asked, name: string): boolean {
  const file = request.method === 'GET' || request.method === 'HEAD' ? store.uploadOf(name) : undefined
  if (!file) return false
  response
    .writeHead(200, {
      'content-type': file.type,
      'content-length': file.bytes.length,
      'content-disposition': 'attachment',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'public, max-age=86400',
      'last-modified': 'Thu, 03 Sep 2026 15:00:00 GMT',
      'accept-ranges': 'bytes',
      etag: etagOf(file.bytes),
    })
    .end(request.method === 'HEAD' ? undefined : file.bytes)
  return true
}

function createPad({ response, store, root, created }: Asked, alias: string): void {
  const { id } = store.addPad(alias === '' ? { text: '' } : { text: '', alias })
  created.push(alias || id)
  sendRedirect(response, root + encodeURIComponent(alias || id))
}

function postPad(asked: Asked, alias: string): void {
  const { request, response, store, root, created } = asked
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const text = Buffer.concat(chunks).toString('utf8')
    const left = MOST_NEW - created.length
    response.setHeader('x-ratelimit-limit', `${MOST_NEW}`)
    response.setHeader('x-ratelimit-remaining', `${Math.max(0, left - 1)}`)
    if (left <= 0) return sendPage(response.setHeader('retry-after', '300'), 429, '429 Too Many Requests')
    if (text.length > MOST_CHARACTERS) return sendPage(response, 413, '413 Payload Too Large')
    if (alias !== '' && store.findPad(alias)) return sendPage(response, 409, '409 Conflict')
    const { id } = store.addPad(alias === '' ? { text } : { text, alias })
    created.push(alias || id)
    sendRedirect(response, root + (alias || id))
  })
}
