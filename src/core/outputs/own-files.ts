import { PROGRAM_LIST, ROBOTS } from '../pages/urls.ts'

/** Files that the site has from the folder of decks where they are there, in place of ours. */
export const OWN_FILES: readonly string[] = [ROBOTS, PROGRAM_LIST]
