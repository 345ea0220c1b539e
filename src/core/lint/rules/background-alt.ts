import { locationFinder } from '../../deck/find-location.ts'
import { backgroundPicture } from '../../shared/background.ts'
import { elementsBelow, textOf } from '../../tree.ts'
import type { Rule } from '../rule.ts'

const SHOWS = /^(img|svg|video|audio|iframe|a)$/

/** A slide that is nothing but its background image or video, without a text for people who cannot see it. */
export const backgroundAlt: Rule = ({ deck, columns }, { report, sourceLines }) => {
  const findLocation = locationFinder(deck, sourceLines)
  for (const { attributes, tree, line } of columns.flat()) {
    if (backgroundPicture(attributes) === undefined && attributes['data-background-video'] === undefined) continue
    if ((attributes['data-background-alt'] ?? '').trim() !== '' || textOf(tree) !== '') continue
    if (elementsBelow(tree).some(({ tagName }) => SHOWS.test(tagName))) continue
    report('background-alt', findLocation(line, 'data-background'))
  }
}
