import type { StateInline } from 'markdown-it'
import type { Extension } from '../extension.ts'

interface Parsed {
  readonly value: string
  readonly end: number
}

/**
 * `![alt](picture.png "title" =200x100)`: width, height or both, in pixels or whole per cents.
 * An image without size is left to markdown-it's own rule.
 */
export const imageSize: Extension = (md) => {
  md.inline.ruler.before('image', 'image_size', (state, silent) => {
    const { src, pos: start, posMax } = state
    if (!src.startsWith('![', start)) return false
    const labelEnd = md.helpers.parseLinkLabel(state, start + 1, false)
    if (labelEnd < 0 || src[labelEnd + 1] !== '(') return false

    const destination = parseDestination(state, skipBlanks(src, labelEnd + 2, posMax))
    if (!destination) return false
    let position = skipBlanks(src, destination.end, posMax)
    const title = position > destination.end ? md.helpers.parseLinkTitle(src, position, posMax) : undefined
    if (title?.ok) position = skipBlanks(src, title.pos, posMax)
    const size = src[position - 1] === ' ' ? /^=(\d[\d%]*)?x([\d%]*)/.exec(src.slice(position, posMax)) : null
    if (!size) return false
    position = skipBlanks(src, position + size[0].length, posMax)
    if (src[position] !== ')') return false

    if (!silent) {
      const content = src.slice(start + 2, labelEnd)
      const token = state.push('image', 'img', 0)
      const children: (typeof token)[] = []
      md.inline.parse(content, md, state.env, children)
      token.attrs = [
        ['src', destination.value],
        ['alt', ''],
      ]
      token.children = children
      token.content = content
      if (title?.ok && title.str !== '') token.attrs.push(['title', title.str])
      if (size[1]) token.attrs.push(['width', size[1]])
      if (size[2]) token.attrs.push(['height', size[2]])
    }
    state.pos = position + 1
    return true
  })
  const render = md.renderer.rules['image']
  md.renderer.rules['image'] = (tokens, index, options, env, self) => {
    const token = tokens[index]
    if (!token || self.renderInlineAsText(token.children ?? [], options, env).trim() !== '')
      return render?.(tokens, index, options, env, self) ?? ''
    // An empty text would say that the image is decoration, which its author did not.
    token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'alt')
    return self.renderToken(tokens, index, options)
  }
}

function parseDestination(state: StateInline, start: number): Parsed | undefined {
  const { md, src, posMax } = state
  const parsed = md.helpers.parseLinkDestination(src, start, posMax)
  if (!parsed.ok) return { value: '', end: start }
  const address = md.normalizeLink(parsed.str)
  return md.validateLink(address) ? { value: address, end: parsed.pos } : { value: '', end: start }
}

function skipBlanks(text: string, start: number, end: number): number {
  let position = start
  while (position < end && (text[position] === ' ' || text[position] === '\n')) position += 1
  return position
}
