import type { Extension } from '../extension.ts'

// File names whose ending is also a top-level domain.
const FILE_NAME = /^[^/?#:@]+\.(md|sh|py|rs|pl|zip|mov)$/i

// Every address contains one of these, `example.рф` too; most texts do not, and the full test is a tenth of a build.
const MAY_BE_ADDRESS = /\.[a-zр]|\/\/|@/i

/** `example.com` is a link, as in HedgeDoc; `README.md` is the name of a file. */
export const fuzzyLinks: Extension = (md) => {
  md.linkify.set({ fuzzyLink: true })
  const test = md.linkify.test.bind(md.linkify)
  md.linkify.test = (text) => MAY_BE_ADDRESS.test(text) && test(text)
  md.core.ruler.after('linkify', 'file_names', ({ tokens }) => {
    for (const { children } of tokens) {
      if (!children) continue
      for (let at = 0; at + 2 < children.length; at += 1) {
        const open = children[at]
        const name = children[at + 1]?.content ?? ''
        if (open?.type !== 'link_open' || open.markup !== 'linkify' || !FILE_NAME.test(name) || name.startsWith('www.')) continue
        children.splice(at + 2, 1)
        children.splice(at, 1)
      }
    }
  })
}
