import { placeFinder } from '../../deck/find-place.ts'
import type { Rule } from '../rule.ts'

/** A picture whose metadata says where it was taken: who publishes it, tells where somebody was, or lives. */
export const picturePlace: Rule = ({ deck, pictures }, { report, tellsPlace, sourceLines }) => {
  const findPlace = placeFinder(deck, sourceLines)
  const seen = new Set<string>()
  for (const { path, line } of pictures) {
    if (seen.has(path)) continue
    seen.add(path)
    if (!tellsPlace(path)) continue
    const name = path.slice(path.lastIndexOf('/') + 1)
    // Nothing in a command that a shell would act upon.
    report('picture-place', findPlace(line, name), name, name.replace(/[^\p{L}\p{N}._ -]/gu, '_'))
  }
}
