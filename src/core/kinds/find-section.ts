import type { FoundKind } from './find-kind.ts'
import type { Block, SlideShape } from './slide-shape.ts'
import { subtitleOf } from './title-of.ts'

/** What names the section above the title of a slide: a text, or its own first heading. */
export type Kicker = { readonly text: string } | { readonly repeated: Block; readonly title: Block }

// In characters; a longer name would fill the line above the title.
const LONGEST = 50
const WITHOUT: ReadonlySet<FoundKind> = new Set(['title', 'opener', 'picture', 'end', 'label', 'blank'])

/** The name of a stack: its first heading of level 1 or 2. */
export function sectionName(stack: readonly SlideShape[]): string | undefined {
  for (const { blocks } of stack) {
    const heading = blocks.find(({ level }) => level === 1 || level === 2)
    if (heading) return heading.text
  }
  return undefined
}

/** What stands above the title of a slide that is not the first of its stack. */
export function findKicker(section: string | undefined, shape: SlideShape, kind: FoundKind): Kicker | undefined {
  if (section === undefined || section === '' || WITHOUT.has(kind)) return undefined
  const { head } = shape
  const title = subtitleOf(shape)
  if (head && title && head.text === section) return { repeated: head, title }
  if (kind === 'divider' || section.length >= LONGEST) return undefined
  return head?.text.toLowerCase().startsWith(section.toLowerCase()) ? undefined : { text: section }
}
