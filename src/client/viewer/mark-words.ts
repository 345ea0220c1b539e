/** Name of the highlights; viewer.css has their colours. */
const NAME = 'hr-mark'

/** The words that a link to a slide wants to be marked. That to this page is to be read before the address is filtered. */
export function wordsToMark(address: string): string {
  return new URL(address).searchParams.get('mark')?.slice(0, 500) ?? ''
}

/** Marks words in a slide without changing it. Returns what removes the marks. */
export function markWords(slide: Element, words: string): () => void {
  const wanted = words.match(/[\p{L}\p{N}\p{M}]+/gu)
  if (!wanted || !('highlights' in CSS)) return () => undefined
  // Whole words, longest first: one may be the beginning of another.
  const longest = wanted.toSorted((a, b) => b.length - a.length).join('|')
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])(?:${longest})(?![\\p{L}\\p{N}\\p{M}])`, 'giu')
  const marks = new Highlight()
  const texts = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    for (const { 0: word, index } of node.nodeValue?.matchAll(pattern) ?? []) {
      const range = new StaticRange({ startContainer: node, startOffset: index, endContainer: node, endOffset: index + word.length })
      marks.add(range)
    }
  }
  CSS.highlights.set(NAME, marks)
  const remove = () => {
    CSS.highlights.delete(NAME)
    removeEventListener('keydown', onKey, true)
  }
  const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && remove()
  addEventListener('keydown', onKey, true)
  return remove
}
