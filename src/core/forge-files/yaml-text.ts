import { stringify } from 'yaml'

/** A text as a YAML scalar on one line, in double quotes. */
export function yamlText(text: string): string {
  return stringify(text, { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 }).trimEnd()
}

/** A text as a YAML scalar in which GitHub and Forgejo find no expression. */
export function literalText(text: string): string {
  return yamlText(text.replaceAll('${{', "${{ '${{' }}"))
}

/** The name of a branch as a pattern of GitHub and Forgejo that matches only this branch. Git allows no other special characters in it. */
export function branchPattern(branch: string): string {
  return yamlText(branch.replace(/[!+]/g, '\\$&'))
}
