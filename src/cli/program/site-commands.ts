import type { Command } from 'commander'
import type { BuildOptions } from '../commands/build.ts'
import type { CheckOptions } from '../commands/check.ts'
import type { ExportOptions } from '../commands/export.ts'
import type { PdfOptions } from '../commands/pdf.ts'
import type { PreviewOptions } from '../commands/preview.ts'
import type { VersionedTerminal } from '../terminal.ts'

/** Adds the commands that show, check and make what people read: the site, and files of its decks. `decks` is the folder where none is given. */
export function addSiteCommands(program: Command, terminal: VersionedTerminal, decks: string): void {
  program
    .command('build')
    .description('build a static site from a folder of decks')
    .argument('[path]', 'folder of decks, or one deck', decks)
    .option('--out <folder>', 'output folder (default: dist, or part-<number> with --shard)')
    .option('--base <path>', 'URL path of the published site; only 404.html needs it', '/')
    .option('--revision <text>', 'version shown in citations in the reading view, such as a commit')
    .option('--shard <part>', 'build only one part of the site, such as 2/4, for "hedgerow merge"')
    .option('--layout', 'report overfull slides (needs Chromium)')
    .option('--drafts', 'publish drafts too, for a preview')
    .option('--no-cache', 'make everything anew, and keep nothing for later builds')
    .option('--verbose', 'print why decks are made anew')
    .option('--all', 'print every message, not only the ten most important')
    .option('--json', 'print a JSON summary')
    .action(async (folder: string, options: BuildOptions) => {
      const { build } = await import('../commands/build.ts')
      process.exitCode = await build(folder, options, terminal)
    })

  program
    .command('merge')
    .description('make a site of the parts that "build --shard" has made')
    .argument('<part...>', 'folders of all parts')
    .option('--out <folder>', 'output folder', 'dist')
    .option('--root <folder>', 'folder of decks that the parts were made of', decks)
    .option('--layout', 'report overfull slides (needs Chromium)')
    .option('--all', 'print every message, not only the ten most important')
    .option('--json', 'print a JSON summary')
    .action(async (parts: string[], options: { out: string; root: string; layout?: true; all?: true; json?: true }) => {
      const { merge } = await import('../commands/merge.ts')
      process.exitCode = await merge(parts, options, terminal)
    })

  program
    .command('pdf')
    .description('export decks as PDF: slides, or handouts with notes')
    .argument('[path]', 'folder of decks, or one deck', decks)
    .option('--out <folder>', 'output folder', 'pdf')
    .option('--steps', 'one page per step (fragment)')
    .option('--handout', 'A4 handout: slides beside their speaker notes')
    .option('--per-page <number>', 'slides per handout page: 1, 2 or 3', '2')
    .option('--notes', 'include the notes that "notes: false" leaves out')
    .action(async (folder: string, options: PdfOptions) => {
      const { pdf } = await import('../commands/pdf.ts')
      process.exitCode = await pdf(folder, options, terminal)
    })

  program
    .command('check')
    .description('report problems in a folder of decks')
    .argument('[path]', 'folder of decks, or one deck', decks)
    .option('--format <name>', 'output format: text, line, json, github or sarif', 'text')
    .option('--all', 'print every message, not only the ten most important (for the format text)')
    .option('--only <codes>', 'report only these codes, separated by commas (errors are always reported)')
    .option('--ignore <codes>', 'do not report these codes, separated by commas (errors are always reported)')
    .option('--max-warnings <number>', 'exit with 1 if there are more warnings than this')
    .option('--fix', 'fix what can be fixed automatically, then check')
    .option('--layout', 'report overfull slides (needs Chromium)')
    .option('--a11y', 'report barriers for people with disabilities (needs Chromium and the package axe-core)')
    .option('--baseline <file>', 'report only what this earlier output of --format json does not have (errors are always reported)')
    .option('--links', 'check links to other sites (uses the network)')
    .option('--former <path>', 'former site: its folder, sitemap or a list of addresses; reports those that are gone')
    .action(async (folder: string, options: CheckOptions) => {
      const { check } = await import('../commands/check.ts')
      process.exitCode = await check(folder, options, terminal)
    })

  program
    .command('explain')
    .description('explain a message, with an example and how to ignore it')
    .argument('[code]', 'code of the message, such as css-invalid (default: list all codes)')
    .action(async (code: string | undefined) => {
      const { explain } = await import('../commands/explain.ts')
      explain(code, terminal)
    })

  program
    .command('fix')
    .description('fix problems that have only one solution')
    .argument('[path]', 'folder of decks, or one deck', decks)
    .option('--dry-run', 'print the changes as a diff, write nothing')
    .action(async (folder: string, options: { dryRun?: true }) => {
      const { fix } = await import('../commands/fix.ts')
      process.exitCode = await fix(folder, options, terminal)
    })

  program
    .command('dev')
    .description('start a development server that shows changes as you save')
    .argument('[path]', 'folder of decks, or one deck', decks)
    .option('--port <number>', 'port', '5173')
    .option('--host [address]', 'make the server reachable from the network')
    .option('--allowed-hosts <names>', 'other names of the server, separated by commas; ".example.org" includes all names below it')
    .option('--open', 'open in the browser')
    .action(async (folder: string, options: { port: string; host?: string | true; allowedHosts?: string; open?: true }) => {
      const { dev } = await import('../commands/dev.ts')
      await dev(folder, options, terminal)
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
      const { exportDeck } = await import('../commands/export.ts')
      process.exitCode = await exportDeck(deck, options, terminal)
    })

  program
    .command('preview')
    .description('serve a built site')
    .argument('[folder]', 'folder of a built site', 'dist')
    .option('--port <number>', 'port', '4173')
    .option('--base <path>', 'URL path to serve it under', '/')
    .option('--host [address]', 'make the server reachable from the network')
    .option('--allowed-hosts <names>', 'other names of the server, separated by commas; ".example.org" includes all names below it')
    .option('--open', 'open in the browser')
    .action(async (folder: string, options: PreviewOptions) => {
      const { preview } = await import('../commands/preview.ts')
      await preview(folder, options, terminal)
    })
}
