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
  return {
    showOutput,
    // Outlines of the decks are enough, since nobody waits for all decks at a wrong address.
    async findAnywhere(wanted) {
      const whole = await site.site()
      const context = { client: client(), base: '/' }
      for (const output of siteOutputs) {
        if (output.stage !== 'pages' || !output.isAnywhere) continue
        const file = [...output.make(whole, context)].find((made) => made.path === (wanted.endsWith('/') ? wanted + INDEX_PAGE : wanted))
        if (file) return answerWith(file)
      }
      return undefined
    },
    async showNotFound() {
      const output = siteOutputs.find((one) => one.stage === 'pages' && one.paths.includes(NOT_FOUND_PAGE))
      const answer = output?.stage === 'pages' ? await showOutput(output, NOT_FOUND_PAGE) : undefined
      return { status: 404, html: answer && 'html' in answer ? answer.html : '' }
    },
  }
}
