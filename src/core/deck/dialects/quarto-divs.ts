const CALLOUTS: ReadonlyMap<string, string> = new Map([
  ['note', 'info'],
  ['tip', 'success'],
  ['important', 'danger'],
  ['caution', 'warning'],
  ['warning', 'warning'],
])

/** A line that opens a div, with its attributes in braces or its class, or closes one. */
export const DIV = /^\s*(:{3,})\s*(?:(?:\{([^{}]*)\}|\.?([\w-]+))\s*(?::+\s*)?)?$/

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

/** A div that is open while a slide is translated. */
export interface OpenDiv {
  readonly kind: 'notes' | 'columns' | 'column' | 'box' | 'pause' | 'other'
  /** 0-based line of the slide. */
  readonly index: number
  /** Of columns: the widths of those so far, in percent; NaN where there is none. */
  readonly widths: number[]
}

// Divs of Quarto that do something, of which nothing is left but their content.
const OWN = /^(?:panel-.*|grid|g-col-.*|column-.*|callout-.*|code-fill|footnotes)$/
const EDGES: Readonly<Record<string, string>> = { aside: 'hedgerow-aside', footer: 'hedgerow-footer' }

/** The line of Hedgerow for one that opens or closes a div. */
export function translateDiv(
  [, , braces, word]: RegExpExecArray,
  index: number,
  open: OpenDiv[],
  leaveOut: (what: string) => void,
): string {
  if (braces === undefined && word === undefined) {
    const closed = open.pop()
    return closed?.kind === 'columns' || closed?.kind === 'box' ? ':::' : ''
  }
  const classes = word === undefined ? (braces ?? '').split(/\s+/).flatMap((part) => (part.startsWith('.') ? [part.slice(1)] : [])) : [word]
  const callout = classes.map((name) => /^callout-(\w+)$/.exec(name)?.[1]).find((name) => name !== undefined)
  const enter = (kind: OpenDiv['kind'], line: string) => {
    open.push({ kind, index, widths: [] })
    return line
  }
  if (classes.includes('notes')) return enter('notes', '')
  if (classes.includes('columns')) return enter('columns', ':::columns')
  if (classes.includes('column')) {
    const columns = open.findLast(({ kind }) => kind === 'columns')
    if (!columns) return enter('other', '')
    columns.widths.push(Number(/\bwidth="?(\d{1,2}(?:\.\d{1,3})?)%/.exec(braces ?? '')?.[1] ?? Number.NaN))
    // The first of them starts where the container does.
    return enter('column', columns.widths.length === 1 ? '' : '+++')
  }
  const box = CALLOUTS.get(callout ?? '')
  if (box !== undefined) return enter('box', `:::${box}`)
  if (classes.includes('incremental')) return enter('box', ':::steps')
  const own = classes.find((name) => OWN.test(name))
  if (own !== undefined) leaveOut(`the div ".${own}"`)
  const kept = classes
    .filter((name) => /^[\w-]+$/.test(name))
    .map((name) => `.${(Object.hasOwn(EDGES, name) ? EDGES[name] : undefined) ?? name}`)
  const style = styleOf(braces ?? '', classes.includes('absolute'))
  const attributes = [...kept, ...(style === '' ? [] : [`style="${style}"`])]
  return attributes.length > 0 ? enter('box', `::: {${attributes.join(' ')}}`) : enter('other', '')
}

// The style of a div, with its position if it has one.
function styleOf(braces: string, isAbsolute: boolean): string {
  const own = /\bstyle=(?:"([^"]*)"|'([^'"]*)')/.exec(braces)
  const sides = isAbsolute
    ? [...braces.matchAll(/\b(top|left|bottom|right|width|height)="?(-?\d{1,4}(?:\.\d{1,3})?)(px|%|em|rem)?(?![\w%])/g)].map(
        ([, name = '', value = '', unit = 'px']) => `${name}: ${value}${unit}`,
      )
    : []
  return [...(isAbsolute ? ['position: absolute', ...sides] : []), own?.[1] ?? own?.[2] ?? ''].filter((part) => part !== '').join('; ')
}

/** The widths of columns that are closed, as those of Hedgerow's `:::columns`. */
export function columnWidths({ kind, widths }: OpenDiv): string | undefined {
  const areKnown = kind === 'columns' && widths.length > 1 && widths.every((width) => width > 0)
  return areKnown && new Set(widths).size > 1 ? `:::columns ${ratioOf(widths).join(':')}` : undefined
}

// The ratio of digits that is next to widths; of equal ones, that with the smallest digits.
function ratioOf(widths: readonly number[]): readonly number[] {
  const largest = Math.max(...widths)
  const ratios = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((top) => widths.map((width) => Math.max(1, Math.round((width / largest) * top))))
  const errors = ratios.map((ratio) => {
    const most = Math.max(...ratio)
    return Math.max(...ratio.map((part, index) => Math.abs(part / most - (widths[index] ?? 0) / largest)))
  })
  return ratios[errors.findIndex((error) => error <= Math.min(...errors) + 0.001)] ?? []
}

/** Ends what a pause hides, at the next one and at the end of its div: on the empty line above, so that all lines keep their numbers. */
export function endPause(lines: string[], index: number, open: OpenDiv[]): 'none' | 'above' | 'here' {
  if (open.at(-1)?.kind !== 'pause') return 'none'
  open.pop()
  if (index === 0 || (lines[index - 1] ?? '').trim() !== '') return 'here'
  lines[index - 1] = ':::'
  return 'above'
}
