import type { EmittedFile, Site } from '../model.ts'
import { PROGRAM_LIST, ROBOTS } from '../pages/urls.ts'

/** Files that the site has from the folder of decks where they are there, in place of ours. */
export const OWN_FILES: readonly string[] = [ROBOTS, PROGRAM_LIST]

/** A file of ours as a list, empty where the folder of decks has its own. */
export function unlessOwn({ files }: Site, path: string, content: string | undefined): readonly EmittedFile[] {
  return content === undefined || files?.has(path) ? [] : [{ path, content }]
}
