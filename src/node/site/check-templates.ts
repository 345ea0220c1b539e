import { fillTemplate } from '../../core/deck/fill-template.ts'
import { openDocument } from '../../core/deck/open-document.ts'
import { collect } from '../../core/diagnostics/collect.ts'
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts'
import { withoutCodes } from '../../core/suppressions.ts'
import { composerSetup } from '../compose/composer.ts'
import { ownTemplates, TEMPLATES } from '../content/find-template.ts'
import type { Content } from '../content/read-content.ts'
import { readText } from '../files/read-file.ts'
import type { Tools } from './compose-site.ts'

/** What stands for the placeholders of a template; as long as they are, so that problems have the same location in it. */
export const TEMPLATE_SAMPLE = { title: 'Any title', date: '20261231' }
/** Templates have empty slides to fill in. */
export const LEFT_IN_TEMPLATES = ['slide-empty'] as const

// A template does not say in which folder its decks will be.
const DEPENDS_ON_FOLDER = ['asset-missing', 'link-missing'] as const

/** The messages about the templates of a site: those of every deck that is made from them. */
export async function checkTemplates(
  content: Content<unknown>,
  { client, diagramRenderer, openComposer }: Tools,
): Promise<readonly Diagnostic[]> {
  const templates = ownTemplates(content.root)
  if (templates.length === 0) return []
  const composer = openComposer(composerSetup(content, { client, diagramRenderer }), diagramRenderer.draw)
  const all: Diagnostic[] = []
  try {
    for (const file of templates) {
      const found: Diagnostic[] = []
      const source = readText(content.root, file, collect(found))
      if (source) {
        // As a deck beside the folder of templates.
        const path = file.slice(TEMPLATES.length + 1)
        const document = openDocument({ path, text: fillTemplate(source.text, TEMPLATE_SAMPLE) }, collect(found))
        if (!document.frontMatter.failed) found.push(...(await composer.compose(document)).diagnostics)
      }
      const told = withoutCodes(found, [...content.options.ignore, ...LEFT_IN_TEMPLATES, ...DEPENDS_ON_FOLDER])
      all.push(...told.map((diagnostic) => ({ ...diagnostic, file })))
    }
  } finally {
    await composer.close()
  }
  return all
}
