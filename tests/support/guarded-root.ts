import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { writeFiles } from './make-folder.ts'

/** Stands in all that nobody may read, and in nothing else. */
export const SECRET = 'SECRET-of-this-machine'

/** A content root with one deck, and with much that is not for the eyes of others, inside and beside it. */
export interface GuardedRoot {
  readonly root: string
  /** The folder around it. */
  readonly holder: string
  readonly remove: () => void
}

const PIXEL = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64')

export function makeGuardedRoot(): GuardedRoot {
  const holder = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-guarded-'))
  const root = path.join(holder, 'decks')
  mkdirSync(root)
  writeFiles(holder, { 'SECRET.txt': SECRET, 'SECRET.gif': SECRET, 'other/SECRET.txt': SECRET, 'other/dot.gif': SECRET })
  writeFiles(root, {
    'site.yaml': `# ${SECRET}\n`,
    // A comment is part of the source, and not of the page.
    'talk.md': `---\ntitle: A talk\ntype: slide\n---\n\n# A talk\n\n![dot](dot.gif) ![leaf](leaf.svg)\n\n<!-- ${SECRET} -->\n`,
    'notes.md': `# Not a deck\n\n${SECRET}\n`,
    'notes.txt': SECRET,
    'dot.gif': PIXEL,
    'leaf.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>${SECRET}</script><path d="M0 0h9v9z"/></svg>`,
    '.env': SECRET,
    '.hidden.gif': SECRET,
    '.git/config': SECRET,
    '.hidden/dot.gif': SECRET,
    'node_modules/some/index.js': SECRET,
    'node_modules/some/dot.gif': SECRET,
  })
  symlinkSync('../SECRET.gif', path.join(root, 'out.gif'))
  symlinkSync('../SECRET.txt', path.join(root, 'out.png'))
  symlinkSync('/etc/passwd', path.join(root, 'out.svg'))
  symlinkSync('notes.txt', path.join(root, 'alias.gif'))
  symlinkSync('../other', path.join(root, 'outside'))
  return { root, holder, remove: () => rmSync(holder, { recursive: true }) }
}
