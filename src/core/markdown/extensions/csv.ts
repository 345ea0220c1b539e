import papaparse from 'papaparse'
import { escapeHtml } from '../../escape-html.ts'
import type { Extension } from '../extension.ts'
import { readFenceInfo } from './code.ts'

/** ` ```csvpreview {header="true" delimiter=";"} `: a table. Without a delimiter the text shows which one it has. */
export const csv: Extension = (md) => {
  const fence = md.renderer.rules['fence']
  md.renderer.rules['fence'] = (tokens, index, options, env, self) => {
    const token = tokens[index]
    if (!token || readFenceInfo(token.info).language !== 'csvpreview') return fence?.(tokens, index, options, env, self) ?? ''
    const option = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(token.info)?.[1]
    const delimiter = option('delimiter')
    const { data } = papaparse.parse<string[]>(token.content, { skipEmptyLines: true, delimiter })
    const [first = [], ...rest] = data
    const hasHeader = option('header') === 'true'
    const head = hasHeader ? `<thead>\n${row(first, 'th')}</thead>\n` : ''
    const body = (hasHeader ? rest : data).map((cells) => row(cells, 'td')).join('')
    return `<table${self.renderAttrs(token)}>\n${head}<tbody>\n${body}</tbody>\n</table>\n`
  }
}

function row(cells: readonly string[], tag: 'td' | 'th'): string {
  return `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell.trim())}</${tag}>`).join('')}</tr>\n`
}
