import type { Translation } from '../diagram.ts'

const STATEMENT = {
  nothing: /^\s*(#.*)?$/,
  title: /^\s*title\s*:\s*(.+)$/i,
  participant: /^\s*participant\s+(?:"([^"]+)"|(.+?))(?:\s+as\s+(\w+))?\s*$/i,
  note: /^\s*note\s+(left of|right of|over)\s+([^:]+?)\s*:\s*(.+)$/i,
  signal: /^\s*("[^"]+"|[^->:,"]+?)\s*(--?)(>>|>)?\s*("[^"]+"|[^->:,"]+?)\s*:\s*(.+)$/,
}

// Arrows of js-sequence-diagrams, and Mermaid's.
const ARROWS: Readonly<Record<string, string>> = { '-': '->', '--': '-->', '->': '->>', '-->': '-->>', '->>': '-)', '-->>': '--)' }

/** Translates a diagram of js-sequence-diagrams to Mermaid. */
export function sequenceToMermaid(source: string): Translation {
  const actors = new Map<string, string>()
  const out = ['sequenceDiagram']
  const actor = (written: string, shown = written): string => {
    const name = written.trim().replace(/^"(.*)"$/, '$1')
    const known = actors.get(name)
    if (known !== undefined) return known
    const id = `actor${actors.size}`
    actors.set(name, id)
    out.push(`participant ${id} as ${plain(shown.trim().replace(/^"(.*)"$/, '$1'))}`)
    return id
  }
  for (const [index, line] of source.split('\n').entries()) {
    if (STATEMENT.nothing.test(line)) continue
    const title = STATEMENT.title.exec(line)
    if (title) {
      out.push(`title ${plain(title[1] ?? '')}`)
      continue
    }
    const note = STATEMENT.note.exec(line)
    if (note) {
      const [, where = '', names = '', text = ''] = note
      const ids = names.split(',').map((name) => actor(name))
      out.push(`Note ${where.toLowerCase()} ${ids.join(',')}: ${plain(text)}`)
      continue
    }
    const signal = STATEMENT.signal.exec(line)
    if (signal) {
      const [, from = '', stroke = '', head = '', to = '', text = ''] = signal
      const [left, right] = [actor(from), actor(to)]
      out.push(`${left}${ARROWS[stroke + head]}${right}: ${plain(text)}`)
      continue
    }
    const participant = STATEMENT.participant.exec(line)
    if (!participant) return { problem: `"${line.trim()}" is not a sequence step`, line: index + 1 }
    const [, quoted, bare = '', alias] = participant
    actor(alias ?? quoted ?? bare, quoted ?? bare)
  }
  if (actors.size === 0) return { problem: 'the sequence has no steps', line: 1 }
  return { source: out.join('\n') }
}

// Escapes characters that Mermaid would interpret, and translates line breaks.
function plain(text: string): string {
  return text
    .trim()
    .replace(/[#;<]/g, (character) => `#${character.charCodeAt(0)};`)
    .replaceAll('\\n', '<br/>')
}
