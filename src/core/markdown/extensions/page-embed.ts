import { escapeHtml } from '../../escape-html.ts'
import type { Extension } from '../extension.ts'

const NOTE = /^\{%\s*hackmd\s+((?:@[\w.-]{1,100}\/)?[\w-]{1,100})\s*%\}/
// Not the services of `embed`.
const PAGE =
  /^\{%\s*(?!(?:youtube|vimeo|gist|slideshare|speakerdeck|pdf)\b)([a-z][\w-]{0,30})\s+(?:url=)?(["']?)(https?:\/\/[^\s"'<>]+?)\2\s*%\}/i

/** `{%hackmd NOTE %}`, `{%preview https://… %}` and others that name a page of another server: a link. Nothing is loaded. */
export const pageEmbed: Extension = (md) => {
  md.inline.ruler.before('link', 'page_embed', (state, silent) => {
    if (!state.src.startsWith('{%', state.pos)) return false
    const text = state.src.slice(state.pos, state.pos + 2500)
    const note = NOTE.exec(text)
    const page = note ? undefined : PAGE.exec(text)
    const found = note ?? page
    const address = note ? `https://hackmd.io/${note[1]}` : page?.[3]
    if (!found || address === undefined || !md.validateLink(address)) return false
    if (!silent) {
      const token = state.push('page_embed', 'a', 0)
      token.attrs = [
        ['class', 'embed'],
        ['href', md.normalizeLink(address)],
      ]
      token.content = note ? `HackMD ${note[1]}` : md.normalizeLinkText(address.replace(/^https?:\/\//, ''))
    }
    state.pos += found[0].length
    return true
  })
  md.renderer.rules['page_embed'] = (tokens, index, _options, _env, self) => {
    const token = tokens[index]
    return token ? `<a${self.renderAttrs(token)}>${escapeHtml(token.content)}</a>` : ''
  }
}
