import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Report } from '../../core/diagnostics/diagnostic.ts'
import { endingOf, isMarkdown, isPublished, kindOf } from '../../core/files.ts'
import type { SourceTree } from '../../core/model.ts'
import { TEMPLATES } from './find-template.ts'
import { isInside } from '../files/paths.ts'
import { isMachineFault, reasonOfFile } from '../files/system-errors.ts'
import { isSystemFile } from '../files/system-files.ts'

/** Marks a folder that a build has written, and names its files. */
export const OUTPUT_MARK = '.hedgerow.json'

/** The files below a folder, except hidden ones, packages, templates and built sites. Throws if the folder cannot be read. */
export function discover(root: string, report: Report): SourceTree {
  const documents: string[] = []
  const files: string[] = []
  const realRoot = realpathSync(root)
  const visit = (folder: string) => {
    const entries = entriesOf(folder)
    if (entries.some(({ name }) => name === OUTPUT_MARK)) return
    for (const entry of entries) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules' || isSystemFile(entry.name)) continue
      const relative = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (relative === TEMPLATES) continue
      if (entry.isDirectory()) visit(relative)
      else if (entry.isFile() || (entry.isSymbolicLink() && leadsInside(realRoot, path.join(root, relative)))) {
        if (isMarkdown(entry.name)) documents.push(relative)
        else if (isPublished(entry.name)) files.push(relative)
      }
    }
  }
  const entriesOf = (folder: string): Dirent[] => {
    try {
      return readdirSync(path.join(root, folder), { withFileTypes: true })
    } catch (cause) {
      if (folder === '') throw cause
      report('file-unreadable', { file: folder }, reasonOfFile(folder, cause))
      return []
    }
  }
  if (!lstatSync(realRoot).isDirectory()) throw Object.assign(new Error('it is not a folder'), { code: 'NOT_FOLDER' })
  visit('')
  return { name: path.basename(realRoot), documents: documents.toSorted(), files: new Set(files.toSorted()) }
}

/** Whether a link leads to a file of its own kind below the root. Any other could publish what was never meant to be. */
export function leadsInside(realRoot: string, link: string): boolean {
  try {
    const target = realpathSync(link)
    const isHidden = path
      .relative(realRoot, target)
      .split(path.sep)
      .some((name) => name.startsWith('.') || name === 'node_modules')
    return (
      isInside(realRoot, target) &&
      statSync(target).isFile() &&
      !isHidden &&
      kindOf(target) === kindOf(link) &&
      (kindOf(link) !== 'attachment' || endingOf(target) === endingOf(link)) &&
      isPublished(target) === isPublished(link)
    )
  } catch (cause) {
    if (isMachineFault(cause)) throw cause
    return false
  }
}
