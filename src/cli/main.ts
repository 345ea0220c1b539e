#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { format, stripVTControlCharacters } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { Command, CommanderError } from 'commander'
import type { CheckOptions } from './commands/check.ts'
import type { PdfOptions } from './commands/pdf.ts'
import { sayFailure } from './say-failure.ts'
import { openTerminal } from './terminal.ts'
import { STOP_SIGNALS } from './usage.ts'

// A build ends before optimised code has paid for itself, so V8 optimises later: a build of 23 decks takes a fifth less time.
// Each version has its own flag and an unknown one is an error; 24 and newer gain nothing from it.
const OPTIMISE_LATER: Readonly<Record<string, string>> = { 20: '--interrupt-budget=400000', 22: '--invocation-count-for-turbofan=20000' }
const flag = OPTIMISE_LATER[process.versions.node.split('.')[0] ?? '']
if (flag !== undefined) setFlagsFromString(flag)

const terminal = openTerminal()
// What packages print goes the same way: it may quote a file or an address.
for (const method of ['log', 'info', 'warn', 'error'] as const)
  console[method] = (...parts: readonly unknown[]) => terminal.tell(stripVTControlCharacters(format(...parts)))

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }

const program = new Command('hedgerow')
  .description('Turns a folder of HedgeDoc-flavoured markdown decks into a static reveal.js site.')
  .version(version)
  .exitOverride()
  .configureOutput({ writeOut: (text) => terminal.print(text.trimEnd()), writeErr: (text) => terminal.tell(text.trimEnd()) })
  .addHelpText('after', '\nExit status: 0 all is well, 1 a deck has errors, 2 wrong use.')

program
  .command('build')
  .description('build the site of a folder of decks')
  .argument('<folder>', 'the folder that holds the decks')
  .option('--out <folder>', 'where the site is written', 'dist')
  .option('--base <path>', 'path under which it is published, for the page of wrong addresses', '/')
  .option('--layout', 'report slides with more on them than room, measured in Chromium')
  .option('--json', 'print a summary for machines')
  .action(async (folder: string, options: { out: string; base: string; layout?: true; json?: true }) => {
    const { build } = await import('./commands/build.ts')
    process.exitCode = await build(folder, options, terminal)
  })

program
  .command('pdf')
  .description('print decks as PDFs, or as handouts with their notes')
  .argument('<folder>', 'the folder that holds the decks, or one deck')
  .option('--out <folder>', 'where the PDFs are written', 'pdf')
  .option('--steps', 'a page for each step of a slide')
  .option('--handout', 'slides beside their notes, on A4')
  .option('--per-page <number>', 'slides on a page of the handout: 1, 2 or 3', '2')
  .action(async (folder: string, options: PdfOptions) => {
    const { pdf } = await import('./commands/pdf.ts')
    process.exitCode = await pdf(folder, options, terminal)
  })

program
  .command('check')
  .description('say what is wrong with a folder of decks, and write nothing')
  .argument('[folder]', 'the folder that holds the decks', 'decks')
  .option('--format <name>', 'text, line, json, github or sarif', 'text')
  .option('--only <codes>', 'these messages alone')
  .option('--ignore <codes>', 'all but these messages')
  .option('--max-warnings <number>', 'more warnings make the exit status 1')
  .option('--fix', 'mend first what needs no decision')
  .option('--layout', 'report slides with more on them than room, measured in Chromium')
  .option('--links', 'ask other servers whether links still lead to something')
  .action(async (folder: string, options: CheckOptions) => {
    const { check } = await import('./commands/check.ts')
    process.exitCode = await check(folder, options, { ...terminal, version })
  })

program
  .command('fix')
  .description('mend in a folder of decks what needs no decision')
  .argument('[folder]', 'the folder that holds the decks', 'decks')
  .option('--dry-run', 'show what would be changed, and change nothing')
  .action(async (folder: string, options: { dryRun?: true }) => {
    const { fix } = await import('./commands/fix.ts')
    process.exitCode = await fix(folder, options, terminal)
  })

program
  .command('dev')
  .description('serve a folder of decks for writing, and show each change at once')
  .argument('<folder>', 'the folder that holds the decks')
  .option('--port <number>', 'port of the server', '5173')
  .option('--host [address]', 'serve the network too, not this machine alone')
  .option('--open', 'open the browser')
  .action(async (folder: string, options: { port: string; host?: string | true; open?: true }) => {
    const { dev } = await import('./commands/dev.ts')
    await dev(folder, options, terminal)
  })

program
  .command('new')
  .description('begin a deck from a template, and open it for writing')
  .argument('<name>', 'its title, or its path below the folder')
  .option('--folder <folder>', 'the folder that holds the decks', 'decks')
  .option('--date <day>', 'its day: 2026-11-26, today, tomorrow, or a weekday; its file name begins with it')
  .option('--template <name>', 'a template of templates/ in the folder, or talk or call')
  .option('--no-open', 'do not open it')
  .action(async (name: string, options: { folder: string; date?: string; template?: string; open: boolean }) => {
    const { newDeck } = await import('./commands/new.ts')
    const deck = newDeck(name, options, terminal)
    if (!options.open) return
    const { dev } = await import('./commands/dev.ts')
    await dev(options.folder, { port: '5173', open: deck }, terminal)
  })

program
  .command('export')
  .description('write a deck as one file, as pictures or in other formats')
  .argument('<deck>', 'the markdown file of the deck')
  .option('--single-file', 'one HTML file with everything in it, and what an archive needs beside it')
  .option('--images', 'a PNG of each slide, made in Chromium')
  .option('--width <pixels>', 'width of these pictures', '1920')
  .option('--as <formats>', 'other formats of the deck, with commas, as source,pdf (a name that is not known lists all)')
  .option('--out <folder>', 'where a folder for the deck is written', 'export')
  .option('--root <folder>', 'the folder of decks that it belongs to; else the nearest with a site.yaml, or its own')
  .action(async (deck: string, options: { singleFile?: true; images?: true; as?: string; width: string; out: string; root?: string }) => {
    const { exportDeck } = await import('./commands/export.ts')
    process.exitCode = await exportDeck(deck, options, terminal)
  })

program
  .command('preview')
  .description('serve a built site')
  .argument('[folder]', 'the folder that a build has written', 'dist')
  .option('--port <number>', 'port of the server', '4173')
  .option('--base <path>', 'path under which the site is served', '/')
  .action(async (folder: string, options: { port: string; base: string }) => {
    const { preview } = await import('./commands/preview.ts')
    await preview(folder, options, terminal)
  })

const fail = (cause: unknown): number => {
  const { lines, status } = sayFailure(cause, process.env['HEDGEROW_TRACE'] !== undefined)
  for (const line of lines) terminal.tell(line)
  return status
}

// What a command does when it is stopped, it has asked for itself; then whatever is to go with the process goes.
for (const [signal, status] of STOP_SIGNALS) process.once(signal, () => setImmediate(() => process.exit(status)))
process.on('uncaughtException', (cause) => process.exit(fail(cause)))

try {
  await program.parseAsync()
} catch (cause) {
  if (cause instanceof CommanderError) process.exitCode = cause.exitCode === 0 ? 0 : 2
  else process.exitCode = fail(cause)
}
