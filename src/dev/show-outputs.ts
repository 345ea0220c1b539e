import type { ClientBundle, Site } from '../core/model.ts'
import { siteOutputs, type SitePageOutput } from '../core/outputs/site-outputs.ts'
import { INDEX_PAGE, NOT_FOUND_PAGE } from '../core/pages/urls.ts'
import { type Answer, answerWith } from './answer.ts'
import type { DevSite } from './dev-site.ts'

interface OutputSources {
  readonly site: Pick<DevSite, 'read' | 'site'>
  readonly client: () => ClientBundle
  /** The site with the decks that its index shows. */
  readonly readDecks: () => Promise<Site>
}

/** The site's own pages, made on request. */
interface ShownOutputs {
  readonly showOutput: (output: SitePageOutput, wanted: string) => Promise<Answer | undefined>
  /** The page at an address that any output may have. */
  readonly findAnywhere: (wanted: string) => Promise<Answer | undefined>
  readonly showNotFound: () => Promise<Answer>
}

export function showOutputs({ site, client, readDecks }: OutputSources): ShownOutputs {
  const showOutput = async (output: SitePageOutput, wanted: string): Promise<Answer | undefined> => {
    const whole = output.showsDecks ? await readDecks() : { options: (await site.read()).content.options, decks: [], detailsOf: () => ({}) }
    // One after the other: an output may make many.
    for (const file of output.make(whole, { client: client(), base: '/' })) if (file.path === wanted) return answerWith(file)
    return undefined
  }
  // Outlines of the decks are enough, since nobody waits for all decks at a wrong address.
  const makeOf = async (path: string, isAsked: (output: SitePageOutput) => boolean): Promise<Answer | undefined> => {
    const whole = await site.site()
    const context = { client: client(), base: '/' }
    for (const output of siteOutputs) {
      if (output.stage !== 'pages' || !isAsked(output)) continue
      const file = [...output.make(whole, context)].find((made) => made.path === path)
      if (file) return answerWith(file)
    }
    return undefined
  }
  return {
    showOutput,
    findAnywhere: (wanted) => makeOf(wanted.endsWith('/') ? wanted + INDEX_PAGE : wanted, ({ isAnywhere }) => isAnywhere === true),
    async showNotFound() {
      const page = await makeOf(NOT_FOUND_PAGE, (output) => output.paths.includes(NOT_FOUND_PAGE))
      return { status: 404, html: page && 'html' in page ? page.html : '' }
    },
  }
}
