import type { ClientBundle } from '../../core/model.ts'
import type { ComposerSetup } from './composer.ts'
import type { Drawer } from '../diagrams/open-drawer.ts'
import type { DeckFolder } from '../content/deck-finder.ts'

/** What composing the decks of a content root needs to know. */
export function composerSetup(
  { root, tree, options }: DeckFolder,
  { client, drawer: { script } }: { readonly client: ClientBundle; readonly drawer: Drawer },
): ComposerSetup {
  return {
    root,
    tree,
    options,
    client,
    ...(script ? { diagramScript: { name: script.name, bytes: script.bytes } } : {}),
  }
}
