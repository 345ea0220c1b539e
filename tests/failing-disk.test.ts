import path from 'node:path'
import { describe, test } from 'vitest'
import { exportDeck } from '../src/cli/commands/export.ts'
import { fix } from '../src/cli/commands/fix.ts'
import { newDeck } from '../src/cli/commands/new.ts'
import { type Command, failEachCall, KINDS } from './support/fail-each-call.ts'

const inTalks = (folder: string) => path.join(folder, 'talks')
const COMMANDS: Readonly<Record<string, Command>> = {
  fix: { isPerFile: true, run: (folder, terminal) => fix(inTalks(folder), {}, terminal) },
  new: {
    isPerFile: false,
    run(folder, terminal) {
      newDeck('New talk', { folder: inTalks(folder) }, terminal)
      return 0
    },
  },
  export: {
    isPerFile: false,
    run: (folder, terminal) =>
      exportDeck(path.join(folder, 'talks/a.md'), { singleFile: true, width: '1920', out: path.join(folder, 'export') }, terminal),
  },
}

describe.each(Object.entries(COMMANDS))('where a call fails in %s, each file is the old or the new one, and it is said', (_, command) => {
  test.each(KINDS)('%s', { timeout: 600_000 }, (kind) => failEachCall(command, kind))
})
