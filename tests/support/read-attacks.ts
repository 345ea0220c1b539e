import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A deck by somebody who means harm. */
export interface Attack {
  readonly id: string
  /** Names the class of attack. */
  readonly kind: string
  readonly markdown: string
  /** What stands beside the deck. */
  readonly files?: Readonly<Record<string, AttackFile>>
}

/** Its text, or what else it is. */
export type AttackFile = string | { readonly symlink?: string; readonly base64?: string; readonly fifo?: boolean }

interface Payload extends Omit<Attack, 'markdown'> {
  readonly markdown?: string
  readonly gen?: readonly (readonly [text: string, count: number])[]
}

/** The attacks in a folder that is no part of the project; none where it is not there. `port` is where one of them looks for a server. */
export function readAttacks(folder: string | undefined, port: number): Attack[] {
  const file = path.join(folder ?? '', 'payloads.json')
  if (folder === undefined || folder === '' || !existsSync(file)) return []
  // Its shape is that of the folder's own list.
  const payloads = JSON.parse(readFileSync(file, 'utf8')) as Payload[]
  return payloads.map(({ id, kind, files, ...payload }) => ({
    id,
    kind,
    markdown: written(payload).replaceAll('{{PORT}}', String(port)),
    ...(files ? { files } : {}),
  }))
}

function written({ gen, markdown = '' }: Pick<Payload, 'gen' | 'markdown'>): string {
  return gen ? gen.map(([text, count]) => repeat(text, count)).join('') : markdown
}

// %i is a count from nought, %j one from one, %s that many blanks.
function repeat(text: string, count: number): string {
  if (!/%[ijs]/.test(text)) return text.repeat(count)
  const numbers = Array.from({ length: count }, (_, index) => index)
  return numbers
    .map((i) => text.replace(/%([ijs])/g, (_, kind) => (kind === 's' ? ' '.repeat(i) : String(kind === 'j' ? i + 1 : i))))
    .join('')
}
