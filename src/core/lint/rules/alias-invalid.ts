import { aliasPath } from '../../deck/alias-path.ts'
import type { Rule } from '../rule.ts'

/** An old address that is none of a page in the site. */
export const aliasInvalid: Rule = ({ deck: { options, source } }, { report }) => {
  for (const alias of options.aliases)
    if (aliasPath(alias) === undefined) report('alias-invalid', { file: source.path, line: options.locations.get('aliases')?.line }, alias)
}
