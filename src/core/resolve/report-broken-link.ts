import { endingOf, isPublished, kindOf } from '../files.ts'
import { findLiteral } from './explain-missing.ts'
import { locateAddress } from './locate-address.ts'
import type { ReferenceContext } from './reference-context.ts'
import { similarFile } from './similar-file.ts'

// Endings of files that a site does not publish, besides those that it knows.
const NOT_PUBLISHED =
  /^(html?|xhtml|xml|xsl|m?js|ts|jsx|tsx|css|php|wasm|exe|msi|dmg|apk|jar|iso|bat|cmd|ps1|docm|xlsm|pptm|svgz|key|ini|conf|cfg|pem|db|sqlite)$/

const LEFT_OUT = ', because that deck is a draft, a template or dated in the future'

/** Reports a link to a file that is not in the site: why, and which file its author probably meant. */
export function reportBrokenLink(
  link: { readonly address: string; readonly line: number; readonly path: string | undefined },
  context: ReferenceContext,
): void {
  const { address, line, path } = link
  const { from, files, documents, idOf, isDraft, findLocation, report } = context
  if (path !== undefined && isDraft(path))
    return report('link-missing', locateAddress(findLocation, { line, address, meant: undefined }), address, LEFT_OUT)
  const literal = findLiteral(address, from, files)
  if (literal) return report(literal.code, locateAddress(findLocation, { line, address, meant: literal.meant }), ...literal.details)
  const deck = path?.replace(/\.(read|single)\.html$/i, '.md')
  if (path !== undefined && deck !== undefined && deck !== path && idOf(deck) !== undefined) {
    const meant = address.replace(/\.(read|single)\.html(?=$|[?#])/i, '.md')
    return report('link-missing', locateAddress(findLocation, { line, address, meant }), address, `; did you mean "${meant}"?`)
  }
  const similar =
    path === undefined
      ? undefined
      : similarFile(path, from, [...files, ...[...documents].filter((file) => isSameInOtherCase(file, path) && idOf(file) !== undefined)])
  const location = locateAddress(findLocation, { line, address, meant: similar?.meant })
  const reason = path === undefined || similar ? undefined : reasonFor(path)
  if (reason === undefined) report('link-missing', location, address, similar?.hint ?? '')
  else report('link-format', location, address, reason)
}

// Only such a deck is looked up: the others may be many.
const isSameInOtherCase = (file: string, path: string) => file.toLowerCase() === path.toLowerCase()

function reasonFor(path: string): string | undefined {
  if (NOT_PUBLISHED.test(endingOf(path))) return `.${endingOf(path)} files are`
  return kindOf(path) === 'attachment' && !isPublished(path) ? 'a file with this name is' : undefined
}
