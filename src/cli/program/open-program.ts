import { Command } from 'commander'
import { defaultFolder } from '../default-folder.ts'
import type { VersionedTerminal } from '../terminal.ts'
import { needValues } from '../usage.ts'
import { addSiteCommands } from './site-commands.ts'
import { addWritingCommands } from './writing-commands.ts'

/** The command line, with all its commands; each loads its code only when it runs. */
export function openProgram(terminal: VersionedTerminal): Command {
  const program = new Command('hedgerow')
    .description('Build a static reveal.js site from a folder of HedgeDoc-style Markdown decks.')
    .version(terminal.version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.print(text.trimEnd()), writeErr: (text) => terminal.log(text.trimEnd()) })
    .hook('preAction', (_, command) => needValues(command.opts()))
    .addHelpText('after', '\nExit status: 0 success, warnings allowed; 1 errors found; 2 invalid usage.')
  const decks = defaultFolder()
  addWritingCommands(program, terminal, decks)
  addSiteCommands(program, terminal, decks)
  return program
}
