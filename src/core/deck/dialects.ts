import type { Dialect, UnknownFile } from './dialect.ts'
import { marp } from './dialects/marp.ts'
import { quarto } from './dialects/quarto.ts'
import { revealMd } from './dialects/reveal-md.ts'
import { slidev } from './dialects/slidev.ts'

/** THE TABLE of other tools whose decks are read, the one with the clearest sign first. */
export const dialects: readonly Dialect[] = [marp, quarto, revealMd, slidev]

/** The tool for which a file was written; `undefined` for HedgeDoc, whose own options win. */
export function recogniseDialect(file: UnknownFile): Dialect | undefined {
  if (file.data.has('slideOptions')) return undefined
  const dialect = dialects.find(({ recognises }) => recognises(file))
  return file.data.get('type') === 'slide' && dialect?.name !== 'Marp' && dialect?.name !== 'Quarto' ? undefined : dialect
}

export function dialectNamed(name: string | undefined): Dialect | undefined {
  return dialects.find((dialect) => dialect.name === name)
}
