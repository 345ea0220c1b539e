const CALLOUTS: Readonly<Record<string, string>> = {
  note: 'info',
  tip: 'success',
  important: 'danger',
  caution: 'warning',
  warning: 'warning',
}

/** A line that opens a div, with its attributes in braces or its class, or closes one. */
export const DIV = /^\s*(:{3,})\s*(?:\{([^{}]*)\}|([\w-]+))?\s*:*\s*$/

/** Whether a line is inside a div. */
export function divs(lines: readonly string[], isCode: (line: number) => boolean): (line: number) => boolean {
  const inside = new Set<number>()
  let depth = 0
  for (const [index, line] of lines.entries()) {
    const found = isCode(index) ? null : DIV.exec(line)
    if (found) depth = Math.max(0, depth + (found[2] === undefined && found[3] === undefined ? -1 : 1))
    if (depth > 0) inside.add(index)
  }
  return (line) => inside.has(line)
}

/** The title of a callout that a line opens. */
export function calloutTitle([, , braces = '']: RegExpExecArray): string | undefined {
  return braces.includes('.callout-') ? /\btitle="([^"]*)"/.exec(braces)?.[1] : undefined
}

/** The line of Hedgerow for one that opens or closes a div. */
export function translateDiv([, , braces, word]: RegExpExecArray, open: string[], leaveOut: (what: string) => void): string {
  if (braces === undefined && word === undefined) {
    const closed = open.pop()
    if (closed?.endsWith('columns') === true || closed === 'box') return ':::'
    return closed === 'fragment' ? '<!-- .element: class="fragment" -->' : ''
  }
  const classes = word === undefined ? (braces ?? '').split(/\s+/).flatMap((part) => (part.startsWith('.') ? [part.slice(1)] : [])) : [word]
  const callout = classes.map((name) => /^callout-(\w+)$/.exec(name)?.[1]).find((name) => name !== undefined)
  const enter = (kind: string, line: string) => {
    open.push(kind)
    return line
  }
  if (classes.includes('notes')) return enter('notes', '')
  if (classes.includes('columns')) return enter('columns', ':::columns')
  if (classes.includes('column')) {
    // The first of them starts where the container does.
    const at = open.findLastIndex((kind) => kind.endsWith('columns'))
    if (at === -1) return enter('other', '')
    const isFirst = open[at] === 'columns'
    open[at] = 'divided columns'
    return enter('column', isFirst ? '' : '+++')
  }
  if (callout !== undefined) {
    return enter('box', `:::${CALLOUTS[callout] ?? 'info'}`)
  }
  if (classes.includes('incremental')) return enter('box', ':::steps')
  if (classes.includes('fragment')) return enter('fragment', '')
  const others = classes.filter((name) => name !== 'nonincremental')
  if (others.length > 0) leaveOut(`the div ".${others[0] ?? ''}"`)
  return enter('other', '')
}
