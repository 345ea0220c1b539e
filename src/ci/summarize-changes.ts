import type { Diagnostic } from '../core/diagnostics/diagnostic.ts'
import { safeText } from '../core/diagnostics/safe-text.ts'
import { plural } from '../cli/usage.ts'
import type { Changes } from './compare-builds.ts'
import type { BuiltDeck } from './run-build.ts'

/** The number of pictures of changed slides; missing if none could be made. */
export interface Pictured {
  readonly pictures: number | undefined
  /** Decks that were left out, since there are too many or they take too long. */
  readonly omitted: number
}

/** How names and texts are written. */
export interface Style {
  readonly code: (written: string) => string
  readonly text: (written: string) => string
}

// GitHub shows at most 1 MB.
const MOST_LISTED = 50
const MOST_CHARACTERS = 300

/** As they are, for a log. */
export const PLAIN: Style = { code: shorten, text: shorten }

/** As text that is nothing else in Markdown, for the summary of a job. */
export const MARKDOWN: Style = { code: (written) => `<code>${refer(written)}</code>`, text: refer }

function shorten(written: string): string {
  return safeText(written.length > MOST_CHARACTERS ? `${written.slice(0, MOST_CHARACTERS)}…` : written)
}

// Markdown reads a character reference as text, whatever the character means elsewhere.
function refer(written: string): string {
  return shorten(written).replace(/[^\p{L}\p{N} ]/gu, (character) => `&#${character.codePointAt(0)};`)
}

/** What a change does: decks, files, messages and pictures. */
export function summarizeChanges(changes: Changes, pictured: Pictured, style: Style): string {
  const { added, changed, removed, others, newMessages, fixed } = changes
  const { code, text } = style
  const deckLine = (change: string) => (deck: BuiltDeck) =>
    `- ${change}: ${code(deck.path)}, “${text(deck.title)}”, ${plural(deck.slides, 'slide')}`
  const decks = [...added.map(deckLine('added')), ...changed.map(deckLine('changed')), ...removed.map(deckLine('removed'))]
  const counts = `${added.length} added, ${changed.length} changed, ${removed.length} removed`
  return [
    '## Slides',
    decks.length === 0 ? 'No deck has changed.' : `Decks: ${counts}.`,
    ...listOf(decks),
    ...(others.length > 0 ? ['Other files that have changed:', ...listOf(others.map((file) => `- ${code(file)}`))] : []),
    newMessages.length === 0 ? '### No new messages' : `### ${plural(newMessages.length, 'new message')}`,
    ...listOf(newMessages.map((message) => messageLine(message, style))),
    ...(fixed > 0 ? [`${plural(fixed, 'message')} of the target branch ${fixed === 1 ? 'is' : 'are'} gone.`] : []),
    ...pictureLines(pictured, style),
  ].join('\n\n')
}

function pictureLines({ pictures, omitted }: Pictured, { code }: Style): readonly string[] {
  if (pictures === undefined || pictures + omitted === 0) return []
  const more = omitted > 0 ? ` Those of ${plural(omitted, 'further deck')} were not made.` : ''
  return [`The preview has ${plural(pictures, 'picture')} of changed slides, in ${code('slides')}.${more}`]
}

function messageLine({ file, line, severity, message, code: name }: Diagnostic, { code, text }: Style): string {
  return `- ${severity}: ${code(line === undefined ? file : `${file}:${line}`)} ${text(message)} (${code(name)})`
}

function listOf(lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return []
  const more = lines.length > MOST_LISTED ? [`- and ${lines.length - MOST_LISTED} more`] : []
  return [[...lines.slice(0, MOST_LISTED), ...more].join('\n')]
}
