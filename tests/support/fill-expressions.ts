import { data, Evaluator, Lexer, Parser } from '@actions/expressions'

/** Contexts of a workflow, such as `github` and `inputs`. */
export type Contexts = Readonly<Record<string, unknown>>

/** What the functions about earlier steps return. */
export interface Status {
  readonly failed: boolean
}

/** Evaluates one expression as GitHub does, with its own implementation. */
export function evaluate(expression: string, contexts: Contexts, { failed }: Status = { failed: false }): data.ExpressionData {
  const results: Readonly<Record<string, data.ExpressionData>> = {
    success: new data.BooleanData(!failed),
    failure: new data.BooleanData(failed),
    cancelled: new data.BooleanData(false),
    always: new data.BooleanData(true),
  }
  const functions = Object.entries(results).map(([name, result]) => ({ name, minArgs: 0, maxArgs: 9, call: () => result }))
  const parsed = new Parser(new Lexer(expression).lex().tokens, Object.keys(contexts), functions).parse()
  // What is parsed is an object, so it is a dictionary.
  const known = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary
  return new Evaluator(parsed, known, new Map(functions.map((definition) => [definition.name.toLowerCase(), definition]))).evaluate()
}

/** A text of a workflow with its expressions replaced by their values. */
export function fillExpressions(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{((?:'(?:[^']|'')*'|(?!\}\})[^'])*)\}\}/g, (_, expression: string) =>
    evaluate(expression, contexts).coerceString(),
  )
}

/** Whether a step runs. Without a function about earlier steps, it needs their success. */
export function isRunning(condition: string | undefined, contexts: Contexts, status: Status): boolean {
  const expression = (condition ?? 'success()').replace(/^\s*\$\{\{(.*)\}\}\s*$/, '$1')
  const asked = /\b(?:success|failure|cancelled|always)\(/.test(expression) ? expression : `success() && (${expression})`
  const { kind, ...value } = evaluate(asked, contexts, status)
  return kind === data.Kind.Boolean ? evaluate(asked, contexts, status).number() === 1 : Object.keys(value).length > 0
}
