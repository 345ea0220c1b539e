#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, stripVTControlCharacters } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { Command, CommanderError } from 'commander'
import type { CheckOptions } from './commands/check.ts'
import type { ExportOptions } from './commands/export.ts'
import type { PdfOptions } from './commands/pdf.ts'
import type { PullOptions } from './commands/pull.ts'
import { describeFailure } from './describe-failure.ts'
import { openTerminal } from './terminal.ts'
import { needValues, STOP_SIGNALS } from './usage.ts'

// A build ends before optimised code has paid for itself, so V8 optimises later: a build of 23 decks takes a fifth less time.
// Each version has its own flag and an unknown one is an error; 24 and newer gain nothing from it.
const OPTIMISE_LATER: Readonly<Record<string, string>> = { 20: '--interrupt-budget=400000', 22: '--invocation-count-for-turbofan=20000' }
const flag = OPTIMISE_LATER[process.versions.node.split('.')[0] ?? '']
if (flag !== undefined) setFlagsFromString(flag)

const terminal = openTerminal()
// What packages print goes the same way, since it may quote a file or an address.
for (const method of ['log', 'info', 'warn', 'error'] as const)
  console[method] = (...parts: readonly unknown[]) => terminal.log(stripVTControlCharacters(format(...parts)))

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }

const program = new Command('hedgerow')
  .description('Build a static reveal.js site from a folder of HedgeDoc-style Markdown decks.')
  .version(version)
  .exitOverride()
  .configureOutput({ writeOut: (text) => terminal.print(text.trimEnd()), writeErr: (text) => terminal.log(text.trimEnd()) })
  .hook('preAction', (_, command) => needValues(command.opts()))
  .addHelpText('after', '\nExit status: 0 success, warnings allowed; 1 errors found; 2 invalid usage.')

program
  .command('build')
  .description('build a static site from a folder of decks')
  .argument('<folder>', 'folder of decks')
  .option('--out <folder>', 'output folder', 'dist')
  .option('--base <path>', 'URL path of the published site; only 404.html needs it', '/')
  .option('--revision <text>', 'version that citations in the reading view name, such as a commit')
  .option('--layout', 'report overfull slides (needs Chromium)')
  .option('--drafts', 'publish drafts, too, for a preview')
  .option('--all', 'print every message, not only the ten most important')
  .option('--json', 'print a JSON summary')
  .action(
    async (
      folder: string,
      options: { out: string; base: string; revision?: string; layout?: true; drafts?: true; all?: true; json?: true },
    ) => {
      const { build } = await import('./commands/build.ts')
      process.exitCode = await build(folder, options, terminal)
    },
  )

program
  .command('pdf')
  .description('export decks as PDF: slides, or handouts with notes')
  .argument('<path>', 'folder of decks, or one deck')
  .option('--out <folder>', 'output folder', 'pdf')
  .option('--steps', 'one page per step (fragment)')
  .option('--handout', 'A4 handout: slides beside their speaker notes')
  .option('--per-page <number>', 'slides per handout page: 1, 2 or 3', '2')
  .option('--notes', 'include the notes that "notes: false" leaves out')
  .action(async (folder: string, options: PdfOptions) => {
    const { pdf } = await import('./commands/pdf.ts')
    process.exitCode = await pdf(folder, options, terminal)
  })

program
  .command('check')
  .description('report problems in a folder of decks')
  .argument('[folder]', 'folder of decks', 'decks')
  .option('--format <name>', 'output format: text, line, json, github or sarif', 'text')
  .option('--all', 'print every message, not only the ten most important (for the format text)')
  .option('--only <codes>', 'report only these codes, separated by commas (errors are always reported)')
  .option('--ignore <codes>', 'do not report these codes, separated by commas (errors are always reported)')
  .option('--max-warnings <number>', 'exit with 1 if there are more warnings than this')
  .option('--fix', 'fix what can be fixed automatically, then check')
  .option('--layout', 'report overfull slides (needs Chromium)')
  .option('--links', 'check links to other sites (uses the network)')
  .option('--former <path>', 'former site: its folder, sitemap or a list of addresses; reports those that are gone')
  .action(async (folder: string, options: CheckOptions) => {
    const { check } = await import('./commands/check.ts')
    process.exitCode = await check(folder, options, { ...terminal, version })
  })

program
  .command('fix')
  .description('fix problems that have only one solution')
  .argument('[folder]', 'folder of decks', 'decks')
  .option('--dry-run', 'print the changes as a diff, write nothing')
  .action(async (folder: string, options: { dryRun?: true }) => {
    const { fix } = await import('./commands/fix.ts')
    process.exitCode = await fix(folder, options, terminal)
  })

program
  .command('dev')
  .description('start a development server that shows changes as you save')
  .argument('<path>', 'folder of decks, or one deck')
  .option('--port <number>', 'port', '5173')
  .option('--host [address]', 'make the server reachable from the network')
  .option('--open', 'open in the browser')
  .action(async (folder: string, options: { port: string; host?: string | true; open?: true }) => {
    const { dev } = await import('./commands/dev.ts')
    await dev(folder, options, terminal)
  })

program
  .command('new')
  .description('create a deck from a template and open it in the dev server')
  .argument('<name>', 'title of the deck, or its path inside the folder')
  .option('--folder <folder>', 'folder of decks', 'decks')
  .option('--date <day>', 'date, also put before the file name: 2026-11-26, today, tomorrow or a weekday ("next thursday", "donnerstag")')
  .option('--template <name>', 'template: a file in templates/, or the built-in talk or call')
  .option('--no-open', 'only create the file')
  .action(async (name: string, options: { folder: string; date?: string; template?: string; open: boolean }) => {
    const { newDeck } = await import('./commands/new.ts')
    const deck = newDeck(name, options, terminal)
    if (!options.open) return
    const { dev } = await import('./commands/dev.ts')
    await dev(options.folder, { port: '5173', open: deck }, terminal)
  })

program
  .command('pull')
  .description('bring pads of HedgeDoc, CodiMD or HackMD into a folder of decks')
  .argument('[addresses...]', 'addresses of pads, in any form (default: all that decks came from, and those in site.yaml)')
  .option('--as <name>', 'name of the deck, or its path inside the folder (for one address)')
  .option('--date <day>', 'date for the name of a new deck: 2026-11-26, today, tomorrow or a weekday ("next thursday", "donnerstag")')
  .option('--folder <folder>', 'folder of decks', 'decks')
  .option('--dry-run', 'print what would change, write nothing')
  .option('--follow', 'also pull the pads of the same server to which pads link')
  .option('--keep-metadata', 'leave location, camera, names and comments in images')
  .option('--cookie-file <file>', 'file with the session of a pad server (default: HEDGEROW_PAD_COOKIE in the environment)')
  .option('--token-file <file>', 'file with an API token (default: HEDGEROW_PAD_TOKEN in the environment)')
  .option('--pictures', 'instead, bring the images that decks of a folder load from pad servers; takes a folder, not addresses')
  .option('--from <hosts>', 'with --pictures: also from these hosts, separated by commas', (hosts: string, before?: string) =>
    before === undefined ? hosts : `${before},${hosts}`,
  )
  .addHelpText('after', `\n${fileURLToPath(new URL('../../docs/pads.md', import.meta.url))} explains the way from the pad to the site.`)
  .action(async (addresses: string[], options: PullOptions) => {
    const { pull, pullPictures } = await import('./commands/pull.ts')
    const run = options.pictures === true ? pullPictures : pull
    process.exitCode = await run(addresses, options, { ...terminal, version })
  })

program
  .command('export')
  .description('export a deck as a single HTML file, as images or in other formats')
  .argument('<deck>', 'Markdown file of the deck')
  .option('--single-file', 'one self-contained HTML file, with sources and manifest for archiving')
  .option('--images', 'one PNG per slide (needs Chromium)')
  .option('--width <pixels>', 'image width in pixels', '1920')
  .option('--as <formats>', 'other formats, separated by commas: source,pdf (an unknown name lists all)')
  .option('--notes', 'include the notes that "notes: false" leaves out')
  .option('--out <folder>', 'output folder; each deck gets a subfolder', 'export')
  .option('--root <folder>', 'folder of decks the deck belongs to (default: nearest parent with a site.yaml, else its own folder)')
  .action(async (deck: string, options: ExportOptions) => {
    const { exportDeck } = await import('./commands/export.ts')
    process.exitCode = await exportDeck(deck, options, terminal)
  })

program
  .command('preview')
  .description('serve a built site')
  .argument('[folder]', 'folder of a built site', 'dist')
  .option('--port <number>', 'port', '4173')
  .option('--base <path>', 'URL path to serve it under', '/')
  .action(async (folder: string, options: { port: string; base: string }) => {
    const { preview } = await import('./commands/preview.ts')
    await preview(folder, options, terminal)
  })

const fail = (cause: unknown): number => {
  const { lines, status } = describeFailure(cause, process.env['HEDGEROW_TRACE'] !== undefined)
  for (const line of lines) terminal.log(line)
  return status
}

// `setImmediate` lets the commands' own handlers run first; then exit handlers clean up.
for (const [signal, status] of STOP_SIGNALS) process.once(signal, () => setImmediate(() => process.exit(status)))
process.on('uncaughtException', (cause) => process.exit(fail(cause)))

try {
  await program.parseAsync()
} catch (cause) {
  if (cause instanceof CommanderError) process.exitCode = cause.exitCode === 0 ? 0 : 2
  else process.exitCode = fail(cause)
}
