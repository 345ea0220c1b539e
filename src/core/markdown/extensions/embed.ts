import { escapeHtml } from '../../escape-html.ts'
import { fill, wordsIn } from '../../i18n/words-in.ts'
import { readVideo } from '../../read-video.ts'
import type { Extension, PassageEnv } from '../extension.ts'

interface Service {
  readonly name: string
  readonly isVideo?: boolean
  readonly id: RegExp
  readonly address: (id: string) => string
}

// HedgeDoc's short codes and their pages.
const SERVICES: Readonly<Record<string, Service>> = {
  youtube: { name: 'YouTube', isVideo: true, id: /^[\w-]{11}$/, address: (id) => `https://www.youtube.com/watch?v=${id}` },
  vimeo: { name: 'Vimeo', isVideo: true, id: /^\d{1,15}$/, address: (id) => `https://vimeo.com/${id}` },
  gist: { name: 'Gist', id: /^[\w-]+\/[\w-]+$/, address: (id) => `https://gist.github.com/${id}` },
  slideshare: { name: 'Slideshare', id: /^[\w-]+\/[\w-]+$/, address: (id) => `https://www.slideshare.net/${id}` },
  speakerdeck: { name: 'Speakerdeck', id: /^[\w-]+\/[\w-]+$/, address: (id) => `https://speakerdeck.com/${id}` },
  pdf: { name: 'PDF', id: /^(https?:\/\/|\.{0,2}\/)?[^\s"<>]+\.pdf([?#][^\s"<>]*)?$/i, address: (id) => id },
}

// What people write in place of an id: the address of the page. `undefined` if it is of another service.
function idIn(name: string, written: string): string | undefined {
  if (!/^(https?:)?\/\/|^[\w-]+\.[\w.-]+\//i.test(written) || name === 'pdf') return written
  const address = `https://${written.replace(/^(https?:)?\/\//i, '')}`
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  const video = readVideo(url)
  if (name === 'youtube' || name === 'vimeo') return video?.service === name ? video.id : undefined
  const host = { gist: 'gist.github.com', slideshare: 'slideshare.net', speakerdeck: 'speakerdeck.com' }[name]
  return url.host.replace(/^www\./, '') === host ? /^\/([\w-]+\/[\w-]+)(?=\/|$)/.exec(url.pathname)?.[1] : undefined
}

/** `{%youtube ID %}` and others: a link, which the page replaces by a frame after a click. */
export const embed: Extension = (md) => {
  md.inline.ruler.before('link', 'embed', (state, silent) => {
    const found = /^\{%(\w+)\s+((?:[^\s%]|%(?!\}))+)\s*%\}/.exec(state.src.slice(state.pos, state.pos + 500))
    const [whole = '', name = '', written = ''] = found ?? []
    const service = Object.hasOwn(SERVICES, name) ? SERVICES[name] : undefined
    const id = service && idIn(name, written)
    if (!service || id === undefined) return false
    const isAddress = id !== written
    if (!isAddress && !service.id.test(id)) return false
    const page = isAddress ? `https://${written.replace(/^(https?:)?\/\//i, '')}` : service.address(id)
    if (!silent) {
      const token = state.push('embed', 'a', 0)
      token.attrs = [
        ['class', 'embed'],
        ['href', page],
      ]
      // `renderMarkdown` renders every passage with this environment.
      const { words } = wordsIn([(state.env as PassageEnv).lang])
      token.content = `${service.isVideo ? fill(words.slides.video, service.name) : service.name} ${id}`
    }
    state.pos += whole.length
    return true
  })
  md.renderer.rules['embed'] = (tokens, index, _options, _env, self) => {
    const token = tokens[index]
    return token ? `<a${self.renderAttrs(token)}>${escapeHtml(token.content)}</a>` : ''
  }
}
