import { findFrontMatter } from './find-front-matter.ts'

/** What a template leaves open. */
export interface Blanks {
  readonly title: string
  /** ISO date. */
  readonly date: string
}

// A value of its own: it may need quotation marks.
const WHOLE_VALUE = /^([\w-]+:[ \t]+)(["']?)\{\{title\}\}\2[ \t]*$/

/** A deck from a template: `{{title}}` and `{{date}}` are filled in, in front matter as YAML wants it. */
export function fillTemplate(template: string, { title, date }: Blanks): string {
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

// Letters and digits mean themselves in YAML, but for words that mean a value; JSON is YAML.
function yamlText(text: string): string {
  const isPlain = /^\p{L}[\p{L}\p{N} ,.()/-]*$/u.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text) && !text.endsWith(' ')
  return isPlain ? text : JSON.stringify(text)
}
