import { findFrontMatter } from './find-front-matter.ts'

/** Values for the placeholders of a template. */
export interface TemplateValues {
  readonly title: string
  /** ISO date. */
  readonly date: string
}

// A placeholder that is a whole value of front matter: the text may need quotes.
const WHOLE_VALUE = /^([\w-]+:[ \t]+)(["']?)\{\{title\}\}\2[ \t]*$/

/** A deck from a template: fills `{{title}}` and `{{date}}`, quoted in front matter where YAML needs it. */
export function fillTemplate(template: string, { title, date }: TemplateValues): string {
  const found = findFrontMatter(template.replace(/\r\n?/g, '\n'))
  const end = found.kind === 'block' ? found.block.bodyLine : 0
  return template
    .split('\n')
    .map((line, index) => {
      const ending = line.endsWith('\r') ? '\r' : ''
      const value = index < end ? WHOLE_VALUE.exec(line.slice(0, line.length - ending.length)) : null
      const filled = value ? `${value[1]}${yamlText(title)}${ending}` : line.replaceAll('{{title}}', () => title)
      return filled.replaceAll('{{date}}', date)
    })
    .join('\n')
}

/** A text as a value of YAML: letters and digits need no quotes, except for words such as `yes`; JSON strings are YAML. */
export function yamlText(text: string): string {
  const isPlain = /^\p{L}[\p{L}\p{N} ,.()/-]*$/u.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text) && !text.endsWith(' ')
  return isPlain ? text : JSON.stringify(text)
}
