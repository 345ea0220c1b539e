import { blockFinder, protectedBlocks } from './protected-blocks.ts'

/** What in a Markdown file suggests that it is a deck. */
export interface DeckSigns {
  /** In the words of a message, the clearest first; empty if the file does not look like a deck. */
  readonly found: readonly string[]
  /** Orders the files of a folder; higher for what looks more like a deck. */
  readonly score: number
  /** It has separators by HedgeDoc's rule, and comments that only slides have: nothing else is written like that. */
  readonly isCertain: boolean
  /** It looks like a deck and has separators. */
  readonly isSplit: boolean
}

const NONE: DeckSigns = { found: [], score: 0, isCertain: false, isSplit: false }

/** Options that only decks have; in `type`, only the value of HedgeDoc. */
const OPTION =
  /^(?:(slideOptions|revealOptions|separator|verticalSeparator|notesSeparator|marp|headingDivider):|(type):\s*["']?slide["']?\s*$|\s*(revealjs)\b)/
const DIRECTIVE = /^\s*<!--\s*\.slide:/
const ELEMENT = /<!--\s*\.element\b/
const SEPARATOR = /^-{3,4}$/
// What other tools use: `--`, `---v`, `<!--v-->`, `<!-- slide -->`.
const FOREIGN = /^(?:--|-{2,3}v|<!--\s*\.?(?:v|s|h|slide)\s*-->)$/
const NOTE = /^(?:speaker )?notes?:/i
const ABOUT = /(?:^|\/)(?:readme|licen[cs]e|copying|changelog|changes|contributing|code[_-]of[_-]conduct|security|authors|notice)\b[^/]*$/i
const NAMED = /slide|talk|deck|pr[aeä]+sent|keynote|lecture/i

// A file with fewer is as likely to be a text with rules.
const ENOUGH_SEPARATORS = 3

/** Whether a file looks like a deck, and by what: code and comments in it are not signs. */
export function deckSigns(path: string, text: string): DeckSigns {
  if (!/^(?:--|<!--)/m.test(text)) return NONE
  const lines = text.split('\n')
  const option = frontMatterOption(lines)
  const counts = countSigns(lines)
  const { directives, elements, separators, headed, foreign, notes } = counts
  const isHeaded = separators >= ENOUGH_SEPARATORS && headed * 2 >= separators
  const isStrong = option !== undefined || directives + elements > 0
  const looks =
    isStrong ||
    (!isAboutProject(path) &&
      (isHeaded || (foreign > 0 && foreign + separators >= ENOUGH_SEPARATORS) || (separators + foreign > 0 && notes > 0)))
  if (!looks) return NONE
  return {
    found: [
      ...(option === undefined ? [] : [`the option "${option}"`]),
      ...count(directives, '".slide:" comment'),
      ...(directives === 0 ? count(elements, '".element" comment') : []),
      ...count(separators + foreign, 'slide separator'),
      ...count(notes, '"Note:" line'),
    ],
    score:
      (option === undefined ? 0 : 40) +
      many(directives, 10) +
      many(elements, 5) +
      many(separators + foreign, 1) +
      many(notes, 3) +
      (NAMED.test(path) ? 3 : 0),
    isCertain: directives > 0 && separators > 0,
    isSplit: separators + foreign > 0,
  }
}

const many = (number: number, weight: number) => Math.min(number, 20) * weight

const count = (number: number, noun: string) => (number === 0 ? [] : [`${number} ${noun}${number === 1 ? '' : 's'}`])

// Only in a block at the top, closed or not, which may not be valid YAML.
function frontMatterOption(lines: readonly string[]): string | undefined {
  const start = lines.findIndex((line) => line.trim() !== '')
  if (!/^\ufeff?---\s*$/.test(lines[start] ?? '')) return undefined
  for (const line of lines.slice(start + 1, start + 200)) {
    if (/^(?:---|\.\.\.)/.test(line)) return undefined
    const option = OPTION.exec(line)
    if (option) return option[1] ?? option[2] ?? option[3]
  }
  return undefined
}

function countSigns(lines: readonly string[]) {
  const blockAround = blockFinder(protectedBlocks(lines))
  const counts = { directives: 0, elements: 0, separators: 0, headed: 0, foreign: 0, notes: 0 }
  for (const [index, line] of lines.entries()) {
    if (line === '' || blockAround(index)) continue
    if (DIRECTIVE.test(line)) counts.directives += 1
    else if (ELEMENT.test(line) && !/`[^`]*<!--\s*\.element/.test(line)) counts.elements += 1
    else if (NOTE.test(line)) counts.notes += 1
    const isAlone = (lines[index - 1] ?? 'x').trim() === '' && (lines[index + 1] ?? 'x').trim() === ''
    if (!isAlone) continue
    if (FOREIGN.test(line)) counts.foreign += 1
    if (!SEPARATOR.test(line)) continue
    counts.separators += 1
    if (/^(?:#{1,6}\s|<!--|!\[)/.test(lines.slice(index + 1, index + 4).find((next) => next.trim() !== '') ?? '')) counts.headed += 1
  }
  return counts
}

/** Whether a file is about its repository by its name, as a readme is. */
export function isAboutProject(file: string): boolean {
  return ABOUT.test(file)
}
