/** The part of a deck's address that shows a slide, from the attributes of the slide. */
export function slideHash({ id }: Readonly<Record<string, string>>): string {
  return id === undefined ? '#/' : `#/${encodeURIComponent(id)}`
}
