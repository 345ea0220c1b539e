import type { Document } from '../core/deck/open-document.ts'
import type { Composer, ComposerSetup, Composition, OpenComposer } from '../node/compose/composer.ts'
import type { Draw } from '../node/diagrams/open-diagram-renderer.ts'

/** Composes decks one at a time, with the same composer until something changes that it has cached. */
export interface ComposerQueue {
  readonly compose: (document: Document, setup: ComposerSetup) => Promise<QueuedComposition>
  /** Files have changed. */
  readonly forget: (files: ReadonlySet<string>) => void
  readonly close: () => Promise<void>
}

export interface QueuedComposition {
  readonly composition: Composition
  /** Files of the deck that have changed while it was composed, so it may be out of date. */
  readonly late: readonly string[]
}

interface OpenedComposer {
  readonly setup: ComposerSetup
  readonly composer: Composer
  /** Files that its decks use; the composer caches facts about them. */
  readonly used: Set<string>
}

export function openComposerQueue(openComposer: OpenComposer, draw: Draw): ComposerQueue {
  let open: OpenedComposer | undefined
  let queue: Promise<unknown> = Promise.resolve()
  let changed = new Set<string>()

  const composerFor = (setup: ComposerSetup): OpenedComposer => {
    if (open?.setup === setup) return open
    void open?.composer.close()
    open = { setup, composer: openComposer(setup, draw), used: new Set() }
    return open
  }

  const compose = async (document: Document, setup: ComposerSetup): Promise<QueuedComposition> => {
    const during = new Set<string>()
    changed = during
    const opened = composerFor(setup)
    const composition = await opened.composer.compose(document)
    for (const file of composition.used) opened.used.add(file)
    return { composition, late: composition.used.filter((file) => during.has(file)) }
  }

  return {
    compose(document, setup) {
      const composed = queue.then(() => compose(document, setup))
      queue = composed.catch(() => undefined)
      return composed
    },
    forget(files) {
      for (const file of files) changed.add(file)
      const ended = open
      if (![...files].some((file) => ended?.used.has(file) && ended.setup.tree.files.has(file))) return
      open = undefined
      // After the deck that is being composed.
      queue = queue.then(() => ended?.composer.close()).catch(() => undefined)
    },
    close: async () => open?.composer.close(),
  }
}
