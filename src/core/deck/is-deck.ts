import type { FrontMatter } from './read-front-matter.ts'

/** What counts as a deck, by its front matter: HedgeDoc opens such a note as slides. `include` in `site.yaml` adds files by name. */
export function isDeck({ data }: Pick<FrontMatter, 'data'>): boolean {
  return data.has('slideOptions') || data.get('type') === 'slide'
}
