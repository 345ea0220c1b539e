import { BACKGROUND_COPY } from '../../core/shared/background.ts'

/** Has reveal.js show the copies of backgrounds that the page names. */
export function showCopies(root: HTMLElement): void {
  for (const slide of root.querySelectorAll<HTMLElement>(`section[${BACKGROUND_COPY}]`)) {
    const name = slide.dataset['backgroundImage'] === undefined ? 'background' : 'backgroundImage'
    slide.dataset[name] = slide.getAttribute(BACKGROUND_COPY) ?? ''
  }
}
