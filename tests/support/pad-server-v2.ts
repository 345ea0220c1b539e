import { type Asked, sendJson, sendPage, sendRedirect } from './pad-server-store.ts'

/** HedgeDoc 2: notes only with a token, uploads without; all other addresses are pages of the editor. */
export function answerVersion2(asked: Asked): void {
  const { request, response, store, mediaStore } = asked
  const parts = partsOf(asked)
  if (parts[0] === 'media' && parts.length === 2) {
    const file = store.uploadOf(parts[1] ?? '')
    if (!file) return sendJson(response, 404, { statusCode: 404, message: 'Media upload not found', error: 'Not Found' })
    if (mediaStore !== undefined) return sendRedirect(response, mediaStore + parts[1])
    const headers = {
      'content-type': file.type,
      'content-length': file.bytes.length,
      'content-disposition': 'attachment; filename="image.png"',
    }
    return void response.writeHead(200, headers).end(file.bytes)
  }
  if (parts[0] !== 'api') return sendPage(response, parts.length > 2 ? 404 : 200, 'HedgeDoc')
  if (parts[1] !== 'v2' || parts[2] !== 'notes') return sendJson(response, 404, { statusCode: 404, message: 'Not Found' })
  if (request.headers.authorization !== `Bearer ${store.token}`)
    return sendJson(response, 403, { statusCode: 403, message: 'Forbidden resource', error: 'Forbidden' })
  const pad = store.findPad(parts[3] ?? '')
  if (!pad)
    return sendJson(response, 404, { statusCode: 404, message: `Note with id or alias '${parts[3]}' not found.`, error: 'Not Found' })
  if (pad.permission === 'private') return sendJson(response, 403, { statusCode: 403, message: 'Permission denied', error: 'Forbidden' })
  if (parts[4] === 'content') {
    const headers = { 'content-type': 'text/markdown', 'content-length': Buffer.byteLength(pad.text) }
    return void response.writeHead(200, headers).end(pad.text)
  }
  const createdAt = (time: number) => new Date(time).toISOString()
  if (parts[4] === 'revisions')
    return sendJson(
      response,
      200,
      pad.revisions.map(({ time, length }) => ({ createdAt: createdAt(time), length, authorUsernames: ['mara'], title: 'A pad' })),
    )
  if (parts[4] === 'metadata')
    return sendJson(response, 200, { aliases: [pad.alias], title: 'A pad', updatedAt: createdAt(pad.revisions[0]?.time ?? 0) })
  sendJson(response, 404, { statusCode: 404, message: 'Not Found' })
}

/** HackMD: `/<id>/download` for what guests may read, and an API of its own with a token. */
export function answerHackmd(asked: Asked): void {
  const { request, response, store, root } = asked
  const parts = partsOf(asked)
  if (parts[0] === 'v1' && parts[1] === 'notes') {
    if (request.headers.authorization !== `Bearer ${store.token}`) return sendJson(response, 401, { error: 'Unauthorized' })
    const pad = store.findPad(parts[2] ?? '')
    if (!pad) return sendJson(response, 404, { error: 'Not Found' })
    return sendJson(response, 200, { id: pad.id, title: 'A pad', content: pad.text, lastChangedAt: pad.revisions[0]?.time ?? null })
  }
  // `/@team/name/download` or `/<id>/download`.
  const action = parts.at(-1)
  const pad = store.findPad(parts.slice(0, -1).join('/'))
  if (action !== 'download' || !pad) return sendPage(response, 404, 'HackMD')
  if (pad.permission === 'private') return sendRedirect(response, `${root}login`)
  const headers = { 'content-type': 'text/markdown; charset=UTF-8', 'content-length': Buffer.byteLength(pad.text) }
  response.writeHead(200, headers).end(pad.text)
}

function partsOf({ request, path }: Asked): readonly string[] {
  const { pathname } = new URL(request.url ?? '/', 'http://pads.invalid')
  return pathname
    .slice(path.length + 1)
    .split('/')
    .map(decodeURIComponent)
}
