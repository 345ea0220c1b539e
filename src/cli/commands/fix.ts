import { createTwoFilesPatch } from 'diff'
import { safeText } from '../../core/diagnostics/safe-text.ts'
import { type FixedFile, type FixedPicture, fixSite, type UnreadableFile } from '../../node/site/fix-site.ts'
import { reasonOf } from '../../node/files/system-errors.ts'
import { replaceFile } from '../../node/files/write-file.ts'
import { byLocation, type Terminal } from '../terminal.ts'
import { findDecks, plural } from '../usage.ts'
import { withWorkshop } from '../workshop.ts'

interface Options {
  readonly dryRun?: true
}

/** Fixes what has only one solution in a folder of decks, or in one deck. Returns the exit status: 0, or 1 if a file could not be fixed. */
export async function fix(target: string, { dryRun }: Options, terminal: Terminal): Promise<number> {
  const { root: folder, only } = findDecks(target)
  return withWorkshop(folder, terminal, async (workshop) => {
    const counts = { mistakes: 0, files: 0, failed: 0 }
    for await (const file of fixSite(folder, workshop, only)) {
      const problem = writeFix(folder, file, dryRun)
      if (problem === undefined && 'fixed' in file) {
        if (dryRun) printChange(file, terminal)
        else logFixes(file, terminal)
        counts.mistakes += file.fixed.length
        counts.files += 1
      } else {
        terminal.log(`${safeText(file.path)} was not fixed: ${safeText(problem ?? '')}`)
        counts.failed += 1
      }
    }
    const verb = dryRun ? 'would fix' : 'fixed'
    const done = counts.files > 0 ? [`${verb} ${plural(counts.mistakes, 'problem')} in ${plural(counts.files, 'file')}`] : []
    const left = counts.failed > 0 ? [`${plural(counts.failed, 'file')} not fixed`] : []
    terminal.log([...done, ...left].join(', ') || 'nothing to fix')
    return counts.failed > 0 ? 1 : 0
  })
}

/** Writes a fixed file unless this is a dry run; returns why that failed. */
function writeFix(folder: string, file: FixedFile | FixedPicture | UnreadableFile, dryRun: true | undefined): string | undefined {
  if ('problem' in file) return file.problem
  if (dryRun) return undefined
  try {
    return replaceFile(folder, file.path, file) ? undefined : 'it was saved in the meantime; run the command again'
  } catch (cause) {
    return reasonOf(cause)
  }
}

function logFixes({ path: file, fixed }: FixedFile | FixedPicture, terminal: Terminal): void {
  for (const { file: deck, picture, line, code, message } of fixed.toSorted(byLocation))
    terminal.log(`${safeText(picture === undefined ? file : deck)}:${line ?? 1} ${safeText(message)} [${code}]`)
}

function printChange({ path: file, before, after }: FixedFile | FixedPicture, terminal: Terminal): void {
  if (typeof before !== 'string' || typeof after !== 'string') return terminal.print(`would remove the metadata of ${safeText(file)}`)
  const patch = createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, { context: 2 })
  for (const line of patch.trimEnd().split(/\r?\n/)) if (!line.startsWith('====')) terminal.print(safeText(line))
}
