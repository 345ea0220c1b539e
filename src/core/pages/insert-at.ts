/** A page with a text at a place in it. Throws if there is no such place, which is our mistake. */
export function insertAt(page: string, index: number, text: string): string {
  if (index === -1) throw new Error('the page has no place for what is added')
  return page.slice(0, index) + text + page.slice(index)
}
