import type { ForeignSlide } from '../foreign-blocks.ts'

const HTML =
  /^(?:a|abbr|aside|audio|b|blockquote|br|caption|center|cite|code|dd|del|details|div|dl|dt|em|fieldset|figcaption|figure|font|footer|h[1-6]|header|hr|i|iframe|img|ins|kbd|label|legend|li|main|mark|nav|ol|p|path|picture|pre|q|rect|s|samp|section|small|source|span|strong|style|sub|summary|sup|svg|table|tbody|td|th|thead|time|tr|u|ul|var|video|circle|g|line|text|script|template)$/i
const VOID = /^(?:br|hr|img|source|path|rect|circle|line)$/i
// Their attributes or contents are not those of HTML.
const KEPT_AS_WRITTEN = /^(?:style|script|template|svg|path|rect|circle|g|line|text)$/i
const FILLER = 'data-line'
const CLICK = /^v-(?:click|after)(?:[.-].*)?$/
const CLICK_TAG = /^v-(?:clicks?|after)$/
const VUE = /^(?:v-|[@:#])/
const ATTRIBUTE =
  /^(?:id|class|style|src|srcset|href|alt|title|width|height|target|rel|controls|autoplay|loop|muted|playsinline|poster|preload|type|start|reversed|colspan|rowspan|scope|align|valign|bgcolor|color|face|size|loading|allow|allowfullscreen|frameborder|scrolling|referrerpolicy|sandbox|lang|dir|open|name|value|cite|datetime|download|markdown|role|tabindex|data-.*|aria-.*|on.*)$/i

// Code between backquotes, a comment, a script, or a tag with its attributes.
const PIECE =
  /(?<!`)(`+)(?!`)[^`]+\1(?!`)|<!--[^]{0,5000}?-->|(<script\s+setup\b[^]{0,20000}?<\/script\s*>)|<(\/?)([A-Za-z][\w-]*(?::[\w-]+)*)(?=[\s/>])((?:"[^"]{0,5000}"|'[^']{0,5000}'|[^"'<>]){0,5000})>/g
const WRITTEN = /([^\s"'<>=/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+))?/g

/** Vue's components, directives and attributes outside code: clicks become steps, the rest is left out, but not the text inside. */
export function translateVue(slide: ForeignSlide, leaveOut: (what: string) => void): void {
  const { lines, isCode } = slide
  for (let from = 0; from < lines.length; from += 1) {
    if (isCode(from)) continue
    let to = from
    while (to + 1 < lines.length && !isCode(to + 1)) to += 1
    const text = lines.slice(from, to + 1).join('\n')
    if (text.includes('<')) lines.splice(from, to - from + 1, ...translateText(text, leaveOut).split('\n'))
    from = to
  }
}

function translateText(text: string, leaveOut: (what: string) => void): string {
  // The label of the link around an icon, which would have no text without it.
  let label: string | undefined
  const closed = new Set([...text.matchAll(/<\/([A-Za-z][\w-]*(?::[\w-]+)*)\s*>/g)].map(([, name]) => name))
  return text.replace(
    PIECE,
    (written: string, _, script: string | undefined, slash: string | undefined, tag: string | undefined, attributes = '') => {
      if (script !== undefined) {
        leaveOut('<script setup>')
        return lineBreaksOf(script)
      }
      if (tag === undefined || CLICK_TAG.test(tag) || KEPT_AS_WRITTEN.test(tag)) return written
      const isSelfClosed = attributes.trimEnd().endsWith('/')
      if (!HTML.test(tag)) {
        const isIcon = /^(?!v-)[a-z]\w*[:-]/.test(tag)
        leaveOut(isIcon ? 'icons' : `the component <${tag}>`)
        if (isIcon && label !== undefined && slash === '') {
          const text = label === '' ? (/[a-z\d]+$/.exec(tag)?.[0] ?? '') : label
          label = undefined
          return text + lineBreaksOf(written)
        }
        // Any other, such as that in List<T>, is meant as text.
        return isSelfClosed || closed.has(tag) ? lineBreaksOf(written) : written
      }
      if (tag === 'a') label = slash === '' ? (/\s(?:alt|title)=["']([\w .-]{1,80})["']/.exec(attributes)?.[1] ?? '') : undefined
      if (slash !== '') return written
      const own = tag === 'a' ? attributes.replace(/\salt=(?:"[^"]*"|'[^']*')/, '') : attributes
      const end = isSelfClosed && !VOID.test(tag) ? `></${tag}>` : isSelfClosed ? '/>' : '>'
      return `<${tag}${translateAttributes(isSelfClosed ? own.trimEnd().slice(0, -1) : own, leaveOut)}${end}`
    },
  )
}

function translateAttributes(attributes: string, leaveOut: (what: string) => void): string {
  let isStep = false
  const kept = attributes.replace(WRITTEN, (written: string, name: string) => {
    if (CLICK.test(name)) isStep = true
    else if (VUE.test(name)) leaveOut("Vue's attributes")
    else if (ATTRIBUTE.test(name)) return written
    else leaveOut('UnoCSS')
    return lineBreaksOf(written)
  })
  // An empty line would end the block of HTML.
  const filled = kept.replace(/\n[ \t]*(?=\n|$)/g, `$&${FILLER}`)
  if (!isStep) return filled
  const named = filled.replace(/\bclass=(["'])/, 'class=$1fragment ')
  return named === filled ? ` class="fragment"${filled}` : named
}

const lineBreaksOf = (text: string) => '\n'.repeat(text.split('\n').length - 1)
