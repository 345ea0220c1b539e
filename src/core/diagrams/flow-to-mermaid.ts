import type { Translation } from '../diagram.ts'

// The symbol types of flowchart.js, and Mermaid's brackets for them.
const SHAPES: Readonly<Record<string, readonly [open: string, close: string]>> = {
  start: ['([', '])'],
  end: ['([', '])'],
  operation: ['[', ']'],
  subroutine: ['[[', ']]'],
  condition: ['{', '}'],
  inputoutput: ['[/', '/]'],
  input: ['[/', '/]'],
  output: ['[/', '/]'],
  parallel: ['[', ']'],
}
const SYMBOL = /^\s*([\w-]+)(?:\([^)]*\))?\s*=>\s*(\w+)\s*:\s*(.*)$/
const STEP = /^\s*([\w-]+)\s*(?:\(([^)]*)\))?\s*$/
const DIRECTIONS: ReadonlySet<string> = new Set(['left', 'right', 'top', 'bottom'])

interface Chart {
  readonly out: string[]
  /** Ids of Mermaid's nodes by the names of the symbols. */
  readonly ids: Map<string, string>
}

/** Translates a flowchart of flowchart.js to Mermaid. */
export function flowToMermaid(source: string): Translation {
  const lines = source.split('\n')
  const chart: Chart = { out: ['flowchart TD'], ids: new Map() }
  const labels: { text: string; id: string; shape: readonly [string, string] }[] = []
  for (const [index, line] of lines.entries()) {
    const symbol = SYMBOL.exec(line)
    const last = labels.at(-1)
    if (symbol) {
      const [, name = '', kind = '', text = ''] = symbol
      const shape = Object.hasOwn(SHAPES, kind) ? SHAPES[kind] : undefined
      if (!shape) return { problem: `unknown symbol type "${kind}"`, line: index + 1 }
      const id = `node${chart.ids.size}`
      chart.ids.set(name, id)
      // These signs are followed by an address or a state of the symbol.
      labels.push({ id, shape, text: text.replace(/:>\S.*$/, '').replace(/\|\w+\s*$/, '') })
    } else if (!/->|@>/.test(line) && last && line.trim() !== '') last.text += `\n${line}`
  }
  for (const { id, shape, text } of labels) chart.out.push(`${id}${shape[0]}"${plain(text)}"${shape[1]}`)
  for (const [index, line] of lines.entries()) {
    if (SYMBOL.test(line) || !line.includes('->')) continue
    const problem = addSteps(line, chart)
    if (problem !== undefined) return { problem, line: index + 1 }
  }
  return chart.out.length === 1 ? { problem: 'the flowchart has no symbols', line: 1 } : { source: chart.out.join('\n') }
}

/** Adds `a->b(yes)->c`; returns what is wrong with it. */
function addSteps(line: string, { out, ids }: Chart): string | undefined {
  const steps = line.split('->').map((written) => {
    const [, name = '', detail = ''] = STEP.exec(written) ?? []
    const answer = detail.split(',').map((part) => part.trim())
    return { written: written.trim(), id: ids.get(name), answer: answer.find((part) => part !== '' && !DIRECTIONS.has(part)) }
  })
  for (const [at, step] of steps.entries()) {
    if (step.id === undefined) return `symbol "${step.written}" is not defined`
    const next = steps[at + 1]
    if (next?.id !== undefined) out.push(`${step.id} -->${step.answer === undefined ? '' : `|"${plain(step.answer)}"|`} ${next.id}`)
  }
  return undefined
}

function plain(text: string): string {
  return text
    .trim()
    .replace(/[#;"<]/g, (character) => `#${character.charCodeAt(0)};`)
    .replaceAll('\n', '<br/>')
}
