import type { ClientBundle } from '../core/model.ts'
import type { ComposerSetup } from './composer.ts'
import type { Drawer } from './diagrams/open-drawer.ts'
import { rendererNeeds } from './load-renderers.ts'
import type { Content } from './read-content.ts'

/** What composing the decks of a content root needs to know. */
export function composerSetup(
  { root, tree, options, pages, trusted, decks }: Content,
  { client, drawer: { script } }: { readonly client: ClientBundle; readonly drawer: Drawer },
): ComposerSetup {
  return {
    root,
    rootName: tree.name,
    options,
    client,
    files: tree.files,
    pages,
    trusted,
    needs: rendererNeeds(decks),
    ...(script ? { diagramScript: { name: script.name, bytes: script.bytes } } : {}),
  }
}
