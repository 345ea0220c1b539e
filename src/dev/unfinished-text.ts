import { openDocument } from '../core/deck/open-document.ts'

/**
 * Whether a file looks as if an editor were in the middle of saving it: it is gone, empty, a beginning of what it was,
 * or its front matter, which could be read before, cannot be read now.
 */
export function looksUnfinished(path: string, before: string | undefined, now: string | undefined): boolean {
  if (before === undefined || before === now) return false
  if (now === undefined || now.trim() === '' || before.startsWith(now)) return true
  return !isReadable(path, now) && isReadable(path, before)
}

function isReadable(path: string, text: string): boolean {
  let isFine = true
  const { frontMatter } = openDocument({ path, text }, (code) => {
    if (code.startsWith('front-matter')) isFine = false
  })
  return isFine && !frontMatter.failed
}
