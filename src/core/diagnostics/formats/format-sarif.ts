import { catalogue } from '../catalogue.ts'
import type { Code } from '../catalogue.ts'
import type { Entry } from '../catalogue/entry.ts'
import type { Diagnostic } from '../diagnostic.ts'
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

function resultOf({ file, line, column, severity, code, message, help }: Diagnostic, ruleIndex: number): object {
  const region = line === undefined ? {} : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } }
  return {
    ruleId: code,
    ruleIndex,
    level: LEVEL[severity],
    message: { text: `${message}. ${help}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') }, ...region } }],
  }
}
