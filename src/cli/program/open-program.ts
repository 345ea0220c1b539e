import { existsSync } from 'node:fs'
import { Command } from 'commander'
import { defaultFolder } from '../default-folder.ts'
import type { VersionedTerminal } from '../terminal.ts'
import { commandLine, needValues, UsageError } from '../usage.ts'
import { addSiteCommands } from './site-commands.ts'
import { addWritingCommands } from './writing-commands.ts'

/** The command line, with all its commands; each loads its code only when it runs. */
export function openProgram(terminal: VersionedTerminal): Command {
  const decks = defaultFolder()
  const program = new Command('hedgerow')
    .description('Build a static reveal.js site from a folder of HedgeDoc-style Markdown decks.')
    .version(terminal.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.print(text.trimEnd()),
      writeErr: (text) => terminal.log(text.trimEnd()),
      outputError: (text, write) => write(withList(text.trimEnd())),
    })
    .hook('preAction', (_, command) => {
      needValues(command.opts())
      needDecksHere(command, decks)
    })
    .addHelpText('after', '\nExit status: 0 success, warnings allowed; 1 errors found; 2 invalid usage.')
  addWritingCommands(program, terminal, decks)
  addSiteCommands(program, terminal, decks)
  return program
}

// Commands that take decks have their folder as the default of their first argument; for `pull` it is that of an option.
function needDecksHere(command: Command, decks: string): void {
  if (command.args.length > 0 || existsSync(decks)) return
  const isDefault =
    command.name() === 'pull'
      ? command.getOptionValueSource('folder') === 'default'
      : command.registeredArguments[0]?.defaultValue === decks
  if (isDefault) throw new UsageError(`there are no decks in this folder; to begin: ${commandLine(['init'], process.env)}`)
}

function withList(error: string): string {
  const isHelpless = error.startsWith('error: unknown command') && !error.includes('Did you mean')
  return isHelpless ? `${error}; to list all: ${commandLine(['--help'], process.env)}` : error
}
