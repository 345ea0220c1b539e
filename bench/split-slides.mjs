const FENCE = /^ {0,3}(`{3,}|~{3,})/

/** The slides of a deck's text without its front matter, split at lines of three or four dashes outside code fences. */
export function splitSlides(text) {
  const body = text.replace(/^---\r?\n[\s\S]*?\n---\r?\n/, '')
  const slides = [[]]
  let fence
  for (const line of body.split(/\r?\n/)) {
    const mark = FENCE.exec(line)?.[1]
    if (mark && (fence === undefined || mark.startsWith(fence))) fence = fence === undefined ? mark : undefined
    if (fence === undefined && /^-{3,4}\s*$/.test(line)) slides.push([])
    else slides.at(-1).push(line)
  }
  return slides.map((lines) => lines.join('\n'))
}
