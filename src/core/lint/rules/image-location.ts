import { locationFinder } from '../../deck/find-location.ts'
import type { Rule } from '../rule.ts'

/** Images whose metadata contain the location where they were taken, which may be a home address. */
export const imageLocation: Rule = ({ deck, pictures }, { report, hasLocation, sourceLines }) => {
  const findLocation = locationFinder(deck, sourceLines)
  const seen = new Set<string>()
  for (const { path, line } of pictures) {
    if (seen.has(path)) continue
    seen.add(path)
    if (!hasLocation(path)) continue
    const name = path.slice(path.lastIndexOf('/') + 1)
    report('image-location', { ...findLocation(line, name), picture: path }, name)
  }
}
