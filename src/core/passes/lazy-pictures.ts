import { attributeOf, elementsBelow, setAttribute } from '../tree.ts'
import type { DeckPass } from './pass.ts'

/** Images of all slides but the first are loaded lazily, unless their author says otherwise. */
export const lazyPictures: DeckPass = (columns) => {
  for (const { tree } of columns.flat().slice(1))
    for (const element of elementsBelow(tree))
      if (element.tagName === 'img' && attributeOf(element, 'loading') === undefined) setAttribute(element, 'loading', 'lazy')
}
