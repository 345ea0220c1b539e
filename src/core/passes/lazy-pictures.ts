import { attributeOf, elementsBelow, setAttribute } from '../tree.ts'
import type { DeckPass } from './pass.ts'

/** Pictures of all slides but the first are fetched when their slide comes near, unless their author says otherwise. */
export const lazyPictures: DeckPass = (columns) => {
  for (const { tree } of columns.flat().slice(1))
    for (const element of elementsBelow(tree))
      if (element.tagName === 'img' && attributeOf(element, 'loading') === undefined) setAttribute(element, 'loading', 'lazy')
}
