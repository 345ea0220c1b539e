import { FORMULA_MARK } from '../../core/shared/formula-mark.ts'
import { pdfText } from './pdf-objects.ts'

type Objects = ReadonlyMap<number, Buffer>

// What PDF 1.7 has for tags of later versions.
const ROLES: Readonly<Record<string, string>> = { Strong: 'Span', Em: 'Span', Aside: 'Note', FENote: 'Note', Title: 'P', Sub: 'Span' }
const MARKED = `/Alt <${pdfText(FORMULA_MARK).slice(1, -1)}`
// Streams, most of a file, are told apart by their first bytes.
const LONGEST_HEAD = 64

/**
 * Corrects the tags of Chromium: formulas are figures with a mark, list items have no bodies, words that are bold or emphasised have tags
 * that PDF 1.7 does not know, and links have no description. `titles` are those of slides, by the names of their destinations.
 */
export function finishTags(objects: Objects, titles: ReadonlyMap<string, string>): Objects {
  const texts = new Map<number, string>()
  for (const [number, object] of objects) if (isOfInterest(object)) texts.set(number, object.toString('latin1'))
  for (const [number, text] of texts) texts.set(number, describeLink(tagSpan(tagFormula(text)), titles))
  for (const [number, text] of texts) if (roleOf(text) === 'LI') addBody(texts, number, Math.max(...objects.keys(), ...texts.keys()) + 1)
  const used = new Set([...texts.values()].map(roleOf))
  const roles = Object.entries(ROLES).flatMap(([role, standard]) => (used.has(role) ? [`/${role} /${standard}`] : []))
  for (const [number, text] of texts)
    if (/\/Type \/StructTreeRoot\b/.test(text) && roles.length > 0) texts.set(number, withEntry(text, `/RoleMap <<${roles.join(' ')}>>`))
  return new Map([...objects, ...[...texts].map(([number, text]) => [number, Buffer.from(text, 'latin1')] as const)])
}

function isOfInterest(object: Buffer): boolean {
  return /^\d+ 0 obj\n<<\/Type \/(?:StructElem|StructTreeRoot|Annot)\b/.test(object.subarray(0, LONGEST_HEAD).toString('latin1'))
}

const roleOf = (text: string) => /^\d+ 0 obj\n<<\/Type \/StructElem\n\/S \/(\w+)/.exec(text)?.[1]

/** Adds an entry at the beginning of the dictionary of an object. */
function withEntry(text: string, entry: string): string {
  return text.replace(/^(\d+ 0 obj\n<<)/, (start) => `${start}${entry}\n`)
}

function tagFormula(text: string): string {
  if (roleOf(text) !== 'Figure') return text
  const at = text.toLowerCase().indexOf(MARKED.toLowerCase())
  if (at === -1) return text
  return `${text.slice(0, at)}/Alt <feff${text.slice(at + MARKED.length)}`.replace('/S /Figure', '/S /Formula')
}

// Readers may ignore the language of what has no structure.
function tagSpan(text: string): string {
  return roleOf(text) === 'NonStruct' && text.includes('\n/Lang ') ? text.replace('/S /NonStruct', '/S /Span') : text
}

function describeLink(text: string, titles: ReadonlyMap<string, string>): string {
  if (!/^\d+ 0 obj\n<<\/Type \/Annot\n\/Subtype \/Link\b/.test(text)) return text
  const address = /\/URI (\((?:\\[^]|[^\\)])*\)|<[\da-f]*>)/i.exec(text)?.[1]
  const title = titles.get(/\/Dest \/([\w-]+)/.exec(text)?.[1] ?? '')
  const contents = address ?? (title === undefined ? undefined : pdfText(title))
  return contents === undefined ? text : text.replace('/Subtype /Link', () => `/Subtype /Link\n/Contents ${contents}`)
}

/** Puts all of a list item but its label into a body, which gets the number `body`. */
function addBody(texts: Map<number, string>, item: number, body: number): void {
  const text = texts.get(item) ?? ''
  const children = /\n\/K (?:(\d+) 0 R|\[((?:\d+ 0 R ?)+)\])/.exec(text)
  if (!children) return
  const numbers = [...(children[1] ?? children[2] ?? '').matchAll(/(\d+)(?: 0 R)?/g)].map(([, number]) => Number(number))
  const inside = numbers.filter((number) => roleOf(texts.get(number) ?? '') !== 'Lbl')
  const beside = numbers.filter((number) => !inside.includes(number))
  if (inside.length === 0 || inside.some((number) => roleOf(texts.get(number) ?? '') === undefined)) return
  const list = (all: readonly number[]) => `[${all.map((number) => `${number} 0 R`).join(' ')}]`
  texts.set(item, text.replace(children[0], `\n/K ${list([...beside, body])}`))
  texts.set(body, `${body} 0 obj\n<</Type /StructElem\n/S /LBody\n/P ${item} 0 R\n/K ${list(inside)}>>\nendobj\n`)
  for (const number of inside) texts.set(number, (texts.get(number) ?? '').replace(/\n\/P \d+ 0 R/, `\n/P ${body} 0 R`))
}
