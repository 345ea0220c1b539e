/** A text file of a site. */
interface Page {
  readonly path: string
  readonly content: string
}

/** Pages that will be changed once more; most are written only then. */
export interface HeldPages {
  readonly hold: (page: Page) => void
  /** The text of a page that has not been written yet, which is no longer held. */
  readonly take: (path: string) => string | undefined
  /** Writes all that are held. */
  readonly flush: () => void
}

// In characters: the pages of fifty usual decks.
const MOST = 4_000_000

/** Holds pages, of more than there is room for the last ones. */
export function holdPages(write: (page: Page) => void, most = MOST): HeldPages {
  const held = new Map<string, string>()
  let size = 0
  const take = (path: string) => {
    const content = held.get(path)
    held.delete(path)
    size -= content?.length ?? 0
    return content
  }
  const shrinkTo = (wanted: number) => {
    for (const path of held.keys()) {
      if (size <= wanted) return
      const content = take(path)
      if (content !== undefined) write({ path, content })
    }
  }
  return {
    hold({ path, content }) {
      take(path)
      held.set(path, content)
      size += content.length
      shrinkTo(most)
    },
    take,
    flush: () => shrinkTo(-1),
  }
}
