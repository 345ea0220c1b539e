import { datesIn } from '../../deck/dates-in.ts'

const ARTICLES = new Set('the a an of and der die das den dem des ein eine einer und le la les un une du de et'.split(' '))
const NUMERIC_DATES = /\b(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}(?:\/\d{1,2})?|\d{1,2}[-./]\d{1,2}[-./](?:\d{4}|\d{2}))\b/g

/** A heading or an item as lists show it: without "(1/2)", a number in front, signs in front, and closing punctuation. */
export function plainText(text: string): string {
  return text
    .replace(/\s*[([]\s*\d{1,2}\s*(?:\/|of|von|sur)\s*\d{1,2}\s*[)\]]\s*$/i, '')
    .replace(/^(?:\d{1,2}[.)](?=\s)|[^\p{L}\p{N}"'“„«([@#<.-])[\s\uFE0F]*/u, '')
    .replace(/^(?:[-–—*•·]|\s)+(?=\S)/u, '')
    .replace(/[\s:;,.…–—-]+$/u, '')
}

/** What is compared of a heading: its words in lower case, without dates, punctuation and articles. Empty if nothing is left. */
export function normalForm(text: string): string {
  const rest = withoutDates(text).replace(/['’´`]/g, '')
  // Nearly all texts are of these letters, for which it is much faster.
  const words = /^[\0-\x7f]*$/.test(rest)
    ? rest.toLowerCase().split(/[^a-z0-9]+/)
    : rest
        .normalize('NFKC')
        .toLowerCase()
        .split(/[^\p{L}\p{N}\p{M}]+/u)
  return words.filter((word) => word !== '' && !ARTICLES.has(word)).join(' ')
}

function withoutDates(text: string): string {
  if (!/\d[-./ ,]|\d{4}/.test(text)) return text
  let rest = text.replace(NUMERIC_DATES, ' ')
  for (const { written } of datesIn(rest)) rest = rest.replace(written, ' ')
  return rest
}

/** The parts of "Team IaaS - Time for action"; `undefined` if it has none. */
export function partsOf(text: string): { readonly before: string; readonly after: string } | undefined {
  const found = /^(.{2,60}?)(?: [-–—]+ |: )(.+)$/.exec(text)
  return found ? { before: (found[1] ?? '').trim(), after: (found[2] ?? '').trim() } : undefined
}
