import type { Page } from 'playwright-core'
import { parse, serialize } from 'parse5'
import { attributeOf, elementsBelow, isElement } from '../../../src/core/tree.ts'
import type { Element } from '../../../src/core/model.ts'
import { composeText } from '../../support/compose-text.ts'

/** What the build makes of a deck, as far as it is the author's. */
export interface DeckParts {
  readonly css: string
  /** What stands on each slide. */
  readonly slides: readonly string[]
}

export function partsOf(markdown: string): DeckParts {
  const { page } = composeText(markdown)
  const root = parse(page).childNodes.find((node): node is Element => isElement(node))
  const sections = elementsBelow(root as Element).filter(
    (element) => element.tagName === 'section' && attributeOf(element, 'class') !== 'stack',
  )
  return {
    css: /<style>(@layer deck\{.*?)<\/style>/s.exec(page)?.[1] ?? '',
    slides: sections.map((section) => serialize(section.childNodes.find((node): node is Element => isElement(node)) as Element)),
  }
}

/** Puts a deck in the place of one with as many slides that a page already shows. */
export async function showDeck(page: Page, parts: DeckParts): Promise<void> {
  await page.evaluate(({ css, slides }) => {
    const style = [...document.querySelectorAll('style')].find(({ textContent }) => textContent.startsWith('@layer deck{'))
    const sections = document.querySelectorAll('.slides section:not(.stack)')
    if (!style || sections.length !== slides.length) throw new Error('the page shows another kind of deck')
    style.textContent = css || '@layer deck{}'
    for (const [index, section] of sections.entries()) {
      const content = section.querySelector(':scope > div')
      if (content) content.innerHTML = slides[index] ?? ''
    }
  }, parts)
}
