import path from 'node:path'
import { createTwoFilesPatch } from 'diff'
import { safeText } from '../../core/diagnostics/safe-text.ts'
import { composeInThread } from '../../node/compose-in-thread.ts'
import { mendSite } from '../../node/mend-site.ts'
import type { MendedFile } from '../../node/mend-site.ts'
import { replaceFile } from '../../node/replace-file.ts'
import { clientFor } from '../client-for.ts'
import { drawerHere } from '../drawer-here.ts'
import { needFolder } from '../need-folder.ts'
import { plural } from '../plural.ts'
import { byPlace } from '../terminal.ts'
import type { Terminal } from '../terminal.ts'

interface Options {
  readonly dryRun?: true
}

/** Mends in a folder of decks what needs no decision. Returns the exit status: 0, or 1 where a file could not be written. */
export async function fix(folder: string, { dryRun }: Options, terminal: Terminal): Promise<number> {
  needFolder(folder)
  const { client } = await clientFor(folder)
  const drawer = drawerHere()
  try {
    const files = await mendSite(folder, { client, drawer, openComposer: composeInThread() })
    const failed = files.filter((file) => !(dryRun ? show(file, terminal) : write(folder, file, terminal)))
    const count = files.reduce((sum, { mended }) => sum + mended.length, 0)
    const would = dryRun ? ' would be' : ''
    terminal.tell(count === 0 ? 'nothing to mend' : `${plural(count, 'mistake')}${would} mended in ${plural(files.length, 'file')}`)
    return failed.length > 0 ? 1 : 0
  } finally {
    await drawer.close()
  }
}

function write(folder: string, { path: file, after, mended }: MendedFile, terminal: Terminal): boolean {
  try {
    replaceFile(path.join(folder, file), after)
  } catch (cause) {
    terminal.tell(`${safeText(file)} cannot be written: ${safeText(cause instanceof Error ? cause.message : String(cause))}`)
    return false
  }
  for (const { line, code, message } of mended.toSorted(byPlace))
    terminal.tell(`${safeText(file)}:${line ?? 1} ${safeText(message)} [${code}]`)
  return true
}

function show({ path: file, before, after }: MendedFile, terminal: Terminal): boolean {
  const patch = createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, { context: 2 })
  for (const line of patch.trimEnd().split(/\r?\n/)) if (!line.startsWith('====')) terminal.print(safeText(line))
  return true
}
