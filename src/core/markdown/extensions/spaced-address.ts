import type { StateInline } from 'markdown-it'
import type { Extension } from '../extension.ts'
import { readSpacedAddress, type SpacedAddress } from '../spaced-address.ts'

/** `![alt](with space.png)` and `[text](with space.pdf)`, which CommonMark reads as text; a rule reports them. */
export const spacedAddress: Extension = (md) => {
  const read = (state: StateInline, labelStart: number) => {
    const labelEnd = md.helpers.parseLinkLabel(state, labelStart, labelStart === state.pos)
    if (labelEnd < 0 || state.src[labelEnd + 1] !== '(') return undefined
    const found = readSpacedAddress(state.src.slice(labelEnd + 2, Math.min(state.posMax, labelEnd + 402)))
    const address = found && md.normalizeLink(found.address)
    if (!found || address === undefined || !md.validateLink(address)) return undefined
    return { found, address, label: state.src.slice(labelStart + 1, labelEnd), labelEnd, end: labelEnd + 2 + found.length }
  }
  md.inline.ruler.after('image', 'spaced_image', (state, silent) => {
    if (!state.src.startsWith('![', state.pos)) return false
    const image = read(state, state.pos + 1)
    if (!image) return false
    if (!silent) pushImage(state, image)
    state.pos = image.end
    return true
  })
  md.inline.ruler.after('link', 'spaced_link', (state, silent) => {
    const { pos, posMax, src } = state
    const link = src[pos] === '[' ? read(state, pos) : undefined
    if (!link) return false
    if (!silent) {
      state.pos = pos + 1
      state.posMax = link.labelEnd
      state.push('link_open', 'a', 1).attrs = [['href', link.address]]
      state.linkLevel += 1
      state.md.inline.tokenize(state)
      state.linkLevel -= 1
      state.push('link_close', 'a', -1)
    }
    state.pos = link.end
    state.posMax = posMax
    return true
  })

  function pushImage(state: StateInline, { found, address, label }: { found: SpacedAddress; address: string; label: string }): void {
    const token = state.push('image', 'img', 0)
    const children: (typeof token)[] = []
    md.inline.parse(label, md, state.env, children)
    token.attrs = [
      ['src', address],
      ['alt', ''],
    ]
    token.children = children
    token.content = label
    if (found.title !== '') token.attrs.push(['title', found.title])
    for (const [index, name] of (['width', 'height'] as const).entries()) if (found.size[index]) token.attrs.push([name, found.size[index]])
  }
}
