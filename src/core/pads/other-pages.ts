import { endingOf, kindOf } from '../files.ts'

interface Page {
  readonly url: URL
  /** The path, decoded. */
  readonly segments: readonly string[]
  /** The path before the name of the pad, if it is one. */
  readonly base: readonly string[]
  readonly id: string | undefined
  /** The address has a part that only those of pads have. */
  readonly isCertain: boolean
}

const FORGES =
  /^(?:www\.)?(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org|git\.sr\.ht)$|^(?:raw|gist)\.githubusercontent\.com$|^gist\.github\.com$/
// Pages of HedgeDoc 1 and 2, CodiMD and HackMD that are no pads; notes cannot have these names, but for the guides of HedgeDoc.
const PAGES = new Set(
  (
    'new features history me status metrics config login logout register auth uploads uploadimage docs build api media explore intro ' +
    'cheatsheet profile release-notes privacy terms-of-use imprint _health dashboard recent settings pricing team c 403 404 500'
  ).split(' '),
)

/** What an address leads to if it is known not to be a pad, as a clause. */
export function explainOtherPage({ url, segments, base, id, isCertain }: Page): string | undefined {
  if (isFileOfRepository(url, segments)) return 'it is a page of a Git server'
  const last = segments.at(-1) ?? ''
  if (isUpload(segments)) return 'it is the address of an uploaded file'
  if (segments.includes('api')) return 'it is an address for programs'
  if (id === undefined) return segments.length === 0 ? 'it is the start page of a server' : 'it is the page of a person or a team'
  if (/[/\\\p{Cc}]/u.test(id.replace(/^@[\w.-]+\//, '')) || /^\.+$/.test(id))
    return 'it contains characters that the name of a pad cannot have'
  if (isCertain) return undefined
  if (base.at(-1) === 'new' || last === 'new') return 'it creates a new pad'
  // HedgeDoc's and HackMD's pages below a name: /auth/github, /c/book.
  if (PAGES.has(last) || (base[0] !== undefined && /^(?:auth|me|docs|build|c|team)$/.test(base[0])))
    return 'it is another page of the server'
  return isFile(id) ? 'it is the address of a file' : undefined
}

function isUpload(segments: readonly string[]): boolean {
  const before = segments.slice(0, -1)
  if (before.some((segment) => /^_?uploads$/.test(segment))) return true
  return before.at(-1) === 'media' && /^[\da-f]{8}-[\da-f-]{27}(?:\.\w+)?$/i.test(segments.at(-1) ?? '')
}

function isFileOfRepository({ host }: URL, segments: readonly string[]): boolean {
  const path = `/${segments.join('/')}/`
  return FORGES.test(host) || /\/(?:-|blob|raw|tree)\/|\/src\/(?:branch|commit|tag)\//.test(path)
}

// Not every ending of an attachment: names such as "release-7.r" are possible.
function isFile(name: string): boolean {
  return (
    /^(?:md|markdown|qmd|html?|php|zip|pdf|odp|pptx?|docx?)$/.test(endingOf(name)) || /^(?:image|svg|video|audio)$/.test(kindOf(name) ?? '')
  )
}
