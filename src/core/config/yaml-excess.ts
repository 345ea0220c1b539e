const LARGEST = 16 * 1024
const DEEPEST = 20

/**
 * What of a YAML text is more than its parser should be given, for people; `undefined` where nothing is.
 * The parser is quadratic in keys and ends the process on deep nesting, so this is measured before it is called.
 */
export function yamlExcess(yaml: string): string | undefined {
  if (yaml.length > LARGEST) return `larger than ${LARGEST / 1024} KB`
  let depth = 0
  for (const character of yaml) {
    if (character === '[' || character === '{') depth += 1
    if (character === ']' || character === '}') depth = Math.max(0, depth - 1)
    if (depth > DEEPEST) return `nested deeper than ${DEEPEST} levels`
  }
  return /^ {61}|(?:[-?][ \t]+){21}/m.test(yaml) ? `nested deeper than ${DEEPEST} levels` : undefined
}
