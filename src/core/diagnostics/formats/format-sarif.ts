import { catalogue, type Code } from '../catalogue.ts'
import type { Entry } from '../catalogue/entry.ts'
import type { Diagnostic, Edit } from '../diagnostic.ts'
import { safeJson } from '../safe-text.ts'

const LEVEL = { error: 'error', warning: 'warning', info: 'note' } as const

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
  return { id: code, shortDescription: { text: message }, help: { text: help }, defaultConfiguration: { level: LEVEL[severity] } }
}

function resultOf({ file, line, column, severity, code, message, help, edits }: Diagnostic, ruleIndex: number): object {
  const artifactLocation = { uri: file.split('/').map(encodeURIComponent).join('/') }
  const region = line === undefined ? {} : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } }
  return {
    ruleId: code,
    ruleIndex,
    level: LEVEL[severity],
    message: { text: `${message}. ${help}` },
    locations: [{ physicalLocation: { artifactLocation, ...region } }],
    ...(edits ? { fixes: [{ artifactChanges: [{ artifactLocation, replacements: edits.map(replacementOf) }] }] } : {}),
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
