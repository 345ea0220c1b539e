import { codeFrame } from './code-frame.ts'
import type { Diagnostic, Edit } from './diagnostic.ts'
import { safeText, safeJson } from './safe-text.ts'
import { catalogue, type Code } from './catalogue.ts'
import type { Entry } from './catalogue/entry.ts'

/** Styles a part of a message for a terminal; the identity if there are no colours. */
export type Paint = (style: 'red' | 'yellow' | 'cyan' | 'dim' | 'bold', text: string) => string

const STYLE = { error: 'red', warning: 'yellow', info: 'cyan' } as const

/**
 * A message for a terminal: location, severity, text, code frame, help.
 * `lines` are those of the file, if it could be read.
 */
export function formatText(diagnostic: Diagnostic, lines: readonly string[] | undefined, paint: Paint): string {
  return formatWithPlaces(diagnostic, [], { lines, paint, columns: undefined })
}

/** What is known of the terminal and the file that a message is about. */
export interface Setting {
  readonly lines: readonly string[] | undefined
  readonly paint: Paint
  /** Width of the screen; missing if the output is not shown on one. */
  readonly columns: number | undefined
}

/** A message for a terminal, with lines about other places of the same message. */
export function formatWithPlaces(diagnostic: Diagnostic, places: readonly string[], { lines, paint, columns }: Setting): string {
  const { file, line, column, severity, message, help, code } = diagnostic
  const location = [nameAtStart(file), line, column].filter((part) => part !== undefined).join(':')
  const head = `${paint('bold', safeText(location))} ${paint(STYLE[severity], severity)} ${safeText(message)} ${paint('dim', `[${code}]`)}`
  const frame = lines === undefined || line === undefined ? [] : codeFrame(lines, line, column, columns)
  const rest = [...frame.map((row) => paint('dim', row)), ...places, paint('dim', `→ ${safeText(help)}`)]
  return [head, ...rest.map((row) => `  ${row}`)].join('\n')
}

/** `deck.md:3:1: warning what is wrong [code]`: one line per message, as editors read it. A missing line or column is 1. */
export function formatLine({ file, line = 1, column = 1, severity, message, code }: Diagnostic): string {
  return `${safeText(nameAtStart(file))}:${line}:${column}: ${severity} ${safeText(message)} [${code}]`
}

/** A file name for the start of a line, where it could be a command for a CI runner. */
export function nameAtStart(file: string): string {
  return /^\w/.test(file) ? file : `./${file}`
}

const GITHUB_LEVEL = { error: 'error', warning: 'warning', info: 'notice' } as const

/** A message as a command of GitHub's runner, which shows it on the line of the file. */
export function formatGithub({ file, line, column, severity, message, help, code }: Diagnostic): string {
  const location = [
    `file=${property(file)}`,
    ...(line === undefined ? [] : [`line=${line}`]),
    ...(column === undefined ? [] : [`col=${column}`]),
  ]
  return `::${GITHUB_LEVEL[severity]} ${[...location, `title=${code}`].join(',')}::${data(`${safeText(message)}\n${safeText(help)}`)}`
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

const SARIF_LEVEL = { error: 'error', warning: 'warning', info: 'note' } as const

/** All messages as a SARIF 2.1.0 log, which code hosts and editors read. */
export function formatSarif(diagnostics: readonly Diagnostic[], version: string): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].toSorted()
  const rules = codes.map((code) => ruleOf(code, catalogue[code]))
  return safeJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'hedgerow', semanticVersion: version, rules } },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => resultOf(diagnostic, codes.indexOf(diagnostic.code))),
      },
    ],
  })
}

function ruleOf(code: Code, { severity, message, help }: Entry): object {
  return { id: code, shortDescription: { text: message }, help: { text: help }, defaultConfiguration: { level: SARIF_LEVEL[severity] } }
}

function resultOf({ file, line, column, severity, code, message, help, edits }: Diagnostic, ruleIndex: number): object {
  const artifactLocation = { uri: file.split('/').map(encodeURIComponent).join('/') }
  const region = line === undefined ? undefined : { startLine: line, startColumn: column }
  return {
    ruleId: code,
    ruleIndex,
    level: SARIF_LEVEL[severity],
    message: { text: `${message}. ${help}` },
    locations: [{ physicalLocation: { artifactLocation, region } }],
    fixes: edits && [{ artifactChanges: [{ artifactLocation, replacements: edits.map(replacementOf) }] }],
  }
}

function replacementOf({ line, column, was, text }: Edit): object {
  const lines = was.split('\n')
  const last = lines.at(-1) ?? ''
  return {
    deletedRegion: {
      startLine: line,
      startColumn: column,
      endLine: line + lines.length - 1,
      endColumn: (lines.length === 1 ? column : 1) + last.length,
    },
    insertedContent: { text },
  }
}
