import { parseYaml } from './parse-yaml.ts'

/** Options by name, or why there are none, for a message. */
export type ParsedMapping = { readonly mapping: ReadonlyMap<string, unknown> } | { readonly problem: string }

/** Parses untrusted YAML or JSON that should be options by name; aliases are refused. */
export function parseMapping(yaml: string): ParsedMapping {
  const parsed = parseYaml(yaml)
  if ('excess' in parsed) return { problem: `it is ${parsed.excess}` }
  const [mistake] = parsed.document.errors
  if (mistake) return { problem: mistake.message }
  try {
    const value: unknown = parsed.document.toJS({ mapAsMap: true, maxAliasCount: 0 })
    if (!(value instanceof Map)) return { problem: 'it is not a mapping of options' }
    return { mapping: new Map([...(value as Map<unknown, unknown>)].map(([name, option]) => [String(name), option])) }
  } catch (cause) {
    // An alias, of which some have no anchor.
    return { problem: cause instanceof Error ? cause.message : String(cause) }
  }
}
