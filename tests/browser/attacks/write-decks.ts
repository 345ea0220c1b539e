import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Attack, AttackFile } from '../../support/read-attacks.ts'

/** Writes each attack as a deck in a folder of its own, with the files that it brings. */
export function writeDecks(root: string, attacks: readonly Attack[]): void {
  writeFileSync(path.join(root, 'site.yaml'), "include: ['**']\n")
  for (const { id, markdown, files = {} } of attacks) {
    const folder = path.join(root, id)
    mkdirSync(folder)
    writeFileSync(path.join(folder, 'deck.md'), markdown)
    for (const [name, file] of Object.entries(files)) writeAttackFile(path.join(folder, name), file)
  }
}

function writeAttackFile(file: string, what: AttackFile): void {
  if (typeof what === 'string') writeFileSync(file, what)
  else if (what.symlink !== undefined) symlinkSync(what.symlink, file)
  else if (what.base64 !== undefined) writeFileSync(file, Buffer.from(what.base64, 'base64'))
  else if (what.fifo === true) execFileSync('mkfifo', [file])
}
