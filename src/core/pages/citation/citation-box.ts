import { escapeHtml } from '../../escape-html.ts'
import type { Words } from '../../i18n/words.ts'
import type { Citation } from './citation.ts'
import { citeAsBibtex } from './cite-as-bibtex.ts'
import { citeAsCsl } from './cite-as-csl.ts'
import { citeAsText } from './cite-as-text.ts'

/** Id of the citations of the reading view. A link to it opens the box that contains them. */
export const CITATION = 'reading-citation'

/**
 * The citations of a deck, in a box that opens without a script. One click selects a citation, to copy it. `attributes` say the language of the words
 * if it is not that of the page.
 */
export function citationBox(
  citation: Citation,
  words: Words['citation'],
  { lang, attributes }: { lang: string; attributes: string },
): string {
  const forms = [
    [words.text, citeAsText(citation, words, lang)],
    ['BibTeX', citeAsBibtex(citation, words)],
    ['CSL-JSON', citeAsCsl(citation, words)],
  ] as const
  const entries = forms.map(([name, text]) => `<dt>${name}</dt>\n<dd><pre>${escapeHtml(text)}</pre></dd>`)
  return `<details class="hr-cite"${attributes}><summary>${words.cite}</summary>
<dl id="${CITATION}">
${entries.join('\n')}
</dl>
</details>
`
}
