import path from 'node:path'
import type { Command } from 'commander'
import { packageFolder } from '../../node/package/package-paths.ts'
import { thisRelease } from '../../node/package/release.ts'
import { askOnTerminal } from '../ask-on-terminal.ts'
import type { InitOptions } from '../commands/init.ts'
import type { PullOptions } from '../commands/pull.ts'
import type { VersionedTerminal } from '../terminal.ts'

/** Adds the commands that write into a folder of decks. `decks` is the folder where none is given. */
export function addWritingCommands(program: Command, terminal: VersionedTerminal, decks: string): void {
  program
    .command('init')
    .description('look at a folder and write what it needs to become a site, after showing it')
    .argument('[folder]', 'folder with decks, or for them', '.')
    .option('--ci <service>', 'service to write a workflow for: github, gitlab, forgejo or none (default: that of the git remote)')
    .option('--yes', 'write the files without asking')
    .option('--dry-run', 'print the files, write nothing')
    .action(async (folder: string, options: InitOptions) => {
      const { init } = await import('../commands/init.ts')
      process.exitCode = await init(folder, { ...options, release: thisRelease(), ask: askOnTerminal() }, terminal)
    })

  program
    .command('new')
    .description('create a deck from a template and open it in the dev server')
    .argument('<name>', 'title of the deck, or its path inside the folder')
    .option('--folder <folder>', 'folder of decks', decks)
    .option('--date <day>', 'date, also put before the file name: 2026-11-26, today, tomorrow or a weekday ("next thursday", "donnerstag")')
    .option('--template <name>', 'template: a file in templates/, or the built-in talk or call')
    .option('--no-open', 'only create the file')
    .action(async (name: string, options: { folder: string; date?: string; template?: string; open: boolean }) => {
      const { newDeck } = await import('../commands/new.ts')
      const deck = newDeck(name, options, terminal)
      if (!options.open) return
      const { dev } = await import('../commands/dev.ts')
      await dev(options.folder, { port: '5173', open: deck }, terminal)
    })

  program
    .command('pull')
    .description('bring pads of HedgeDoc, CodiMD or HackMD into a folder of decks')
    .argument('[addresses...]', 'addresses of pads, in any form (default: all that decks came from, and those in site.yaml)')
    .option('--as <name>', 'name of the deck, or its path inside the folder (for one address)')
    .option('--date <day>', 'date for the name of a new deck: 2026-11-26, today, tomorrow or a weekday ("next thursday", "donnerstag")')
    .option('--folder <folder>', 'folder of decks', decks)
    .option('--dry-run', 'print what would change, write nothing')
    .option('--follow', 'also pull the pads of the same server to which pads link')
    .option('--keep-metadata', 'leave location, camera, names and comments in images')
    .option('--cookie-file <file>', 'file with the session of a pad server (default: HEDGEROW_PAD_COOKIE in the environment)')
    .option('--token-file <file>', 'file with an API token (default: HEDGEROW_PAD_TOKEN in the environment)')
    .option('--pictures', 'instead, bring the images that decks of a folder load from pad servers; takes a folder, not addresses')
    .option('--from <hosts>', 'with --pictures: also from these hosts, separated by commas', (hosts: string, before?: string) =>
      before === undefined ? hosts : `${before},${hosts}`,
    )
    .addHelpText('after', `\n${path.join(packageFolder, 'docs/pads.md')} explains the way from the pad to the site.`)
    .action(async (addresses: string[], options: PullOptions) => {
      const { pull, pullPictures } = await import('../commands/pull.ts')
      const run = options.pictures === true ? pullPictures : pull
      process.exitCode = await run(addresses, options, terminal)
    })
}
