import { fillDatePlaceholders, hasDatePlaceholder } from './date-placeholder.ts'
import { fillTemplate, type TemplateValues, yamlText } from './fill-template.ts'
import { findFrontMatter } from './find-front-matter.ts'

/** A deck from a template, and what of `{{title}}` and `{{date}}` the template lacks. */
export interface CompletedTemplate {
  readonly text: string
  /** `set` if the option `title` was set, `kept` if it has the template's own. */
  readonly title: 'placeholder' | 'set' | 'kept' | 'missing'
  /** `set` if other placeholders, such as 202X-XX-XX, were filled. */
  readonly date: 'placeholder' | 'set' | 'missing'
}

const TITLE = /^(title:[ \t]*)(.*?)(\r?)$/m

/**
 * Fills a template. If it has no `{{date}}`, placeholders such as 202X-XX-XX are filled in its front matter and on its first slide; without
 * `{{title}}`, the option `title` is set, if a title was given and the option does not have such a placeholder, and so a name of its own.
 */
export function completeTemplate(template: string, values: TemplateValues & { readonly isTitleGiven: boolean }): CompletedTemplate {
  const hasTitle = template.includes('{{title}}')
  const hasDate = template.includes('{{date}}')
  const text = fillTemplate(template, values)
  if (hasTitle && hasDate) return { text, title: 'placeholder', date: 'placeholder' }
  const lines = text.split('\n')
  const found = findFrontMatter(text.replace(/\r\n?/g, '\n'))
  const body = found.kind === 'block' ? found.block.bodyLine - 1 : 0
  const separator = lines.findIndex((line, index) => index >= body && /^-{3,4}[ \t]*\r?$/.test(line) && lines[index - 1]?.trim() === '')
  const end = separator < 0 ? lines.length : separator
  const [options, first, rest] = [lines.slice(0, body), lines.slice(body, end), lines.slice(end)].map((part) => part.join('\n'))
  const title = TITLE.exec(options ?? '')?.[2]
  const isKept = title !== undefined && (!values.isTitleGiven || hasDatePlaceholder(title))
  const named = hasTitle || isKept ? options : setTitle(options ?? '', values.title)
  const above = [...(body > 0 ? [named ?? ''] : []), ...(end > body ? [first ?? ''] : [])].join('\n')
  const dated = hasDate ? above : fillDatePlaceholders(above, values.date)
  return {
    text: [dated, ...(end < lines.length ? [rest ?? ''] : [])].join('\n'),
    title: hasTitle ? 'placeholder' : title === undefined ? 'missing' : isKept ? 'kept' : 'set',
    date: hasDate ? 'placeholder' : dated === above ? 'missing' : 'set',
  }
}

function setTitle(options: string, title: string): string {
  return options.replace(TITLE, (_, name: string, __, ending: string) => `${name.trimEnd()} ${yamlText(title)}${ending}`)
}
