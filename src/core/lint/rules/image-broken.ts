import { isPicture, largestOf } from '../../files.ts'
import type { PictureDefect } from '../../model.ts'
import { locationFinder } from '../../deck/find-location.ts'
import type { Rule } from '../rule.ts'

const DEFECTS: Readonly<Record<PictureDefect, readonly [what: string, help: string]>> = {
  empty: ['the file is empty', 'Download or export it again'],
  page: ['it is a web page, not an image', 'Download the image itself: what was saved is a page around it, or an error'],
  pointer: ['it is a Git LFS pointer, not an image', 'Run `git lfs pull`; in CI, check out with LFS'],
  damaged: ['it is incomplete, or not an image', 'Download or export it again'],
}

/** Images that no browser can show. */
export const imageBroken: Rule = ({ deck, pictures }, { report, bytesOf, defectOf, sourceLines }) => {
  const findLocation = locationFinder(deck, sourceLines)
  const seen = new Set<string>()
  for (const { path, line } of pictures) {
    if (seen.has(path) || !isPicture(path)) continue
    seen.add(path)
    // Files above the limit have their own message.
    const defect = (bytesOf(path) ?? 0) > largestOf(path) ? undefined : defectOf(path)
    if (defect === undefined) continue
    const name = path.slice(path.lastIndexOf('/') + 1)
    report('image-broken', findLocation(line, name), name, ...DEFECTS[defect])
  }
}
