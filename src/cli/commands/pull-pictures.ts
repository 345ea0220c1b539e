import { safeText } from '../../core/diagnostics/safe-text.ts'
import { stripMetadata } from '../../node/assets/strip-metadata/strip-metadata.ts'
import { openPadClient } from '../../node/pads/pad-client.ts'
import type { DeckLine } from '../../node/pads/decks-with-files.ts'
import { type PicturePull, type PulledPicture, pullPictures } from '../../node/pads/pull-pictures.ts'
import type { Terminal, VersionedTerminal } from '../terminal.ts'
import { needFolder, plural, UsageError } from '../usage.ts'

/** The options of `pull --pictures`. */
export interface PullPicturesOptions {
  /** Hosts whose files are downloaded besides uploads of pads; each may be a list separated by commas. */
  readonly from?: readonly string[]
  readonly dryRun?: true
  readonly keepMetadata?: true
}

/**
 * Brings the files into a folder of decks that its decks still load from elsewhere. `version` is that of the package, for the user agent.
 * Returns the exit status: 0, or 1 if a file was refused or a deck could not be written.
 */
export async function pullPicturesOf(
  folder: string,
  { from = [], dryRun, keepMetadata }: PullPicturesOptions,
  terminal: VersionedTerminal,
): Promise<number> {
  needFolder(folder)
  const hosts = from.flatMap((list) => list.split(',')).map(readHost)
  // Who names a host means it, also where it is in a private network; the text of a deck cannot.
  const servers = hosts.flatMap((host) => [`https://${host}/`, `http://${host}/`])
  const client = openPadClient({ agent: `hedgerow/${terminal.version} (pulls pictures)`, servers })
  try {
    const pull = await pullPictures(folder, {
      client,
      hosts,
      clean: keepMetadata ? (bytes) => bytes : stripMetadata,
      isDryRun: dryRun === true,
      onProgress: (done, all) => terminal.progress(`files requested: ${done} of ${all}`),
      onWait: ({ pid, since }) => terminal.log(safeText(`waiting for another pull into ${folder} (process ${pid}, since ${since})`)),
    })
    printPull(pull, { terminal, isDryRun: dryRun === true })
    return pull.failed.length > 0 || pull.pictures.some(({ state }) => state === 'refused') ? 1 : 0
  } finally {
    client.close()
  }
}

function readHost(written: string): string {
  const host = written.trim().toLowerCase()
  const url = URL.canParse(`https://${host}/`) ? new URL(`https://${host}/`) : undefined
  if (!url || url.host !== host || host === '') throw new UsageError(`--from must be a host such as upload.wikimedia.org; got "${written}"`)
  return host
}

interface Printing {
  readonly terminal: Terminal
  readonly isDryRun: boolean
}

function printPull({ pictures, changed, failed }: PicturePull, { terminal, isDryRun }: Printing): void {
  const of = (wanted: PulledPicture['state']) => pictures.filter(({ state }) => state === wanted)
  const print = (heading: string, listed: readonly PulledPicture[]) => {
    if (listed.length === 0) return
    terminal.print(`${heading}:`)
    for (const picture of listed) {
      terminal.print(`  ${describe(picture)}`)
      terminal.print(`    ${nameLines(picture.needed)}`)
    }
  }
  print(isDryRun ? 'would be downloaded' : 'downloaded', of('brought'))
  print('already in the folder', of('present'))
  print('gone, their servers answer 404', of('gone'))
  print('refused', of('refused'))
  print(`on other servers; to download them, name their hosts: --from ${hostsOf(of('waiting'))}`, of('waiting'))
  for (const { file, why } of failed) terminal.log(`${safeText(file)} was left as it is: ${safeText(why)}`)
  const counts = [
    [isDryRun ? 'would download' : 'downloaded', plural(of('brought').length, 'file')],
    ['already in the folder:', `${of('present').length}`],
    ['gone:', `${of('gone').length}`],
    ['refused:', `${of('refused').length}`],
    ['on other servers:', `${of('waiting').length}`],
  ].filter(([, count = ''], index) => index === 0 || count !== '0')
  if (pictures.length === 0 && failed.length === 0) return terminal.log('the decks load nothing from other servers')
  const decks = `${isDryRun ? 'would change' : 'changed'} ${plural(changed.length, 'deck')}`
  terminal.log([...counts.map((count) => count.join(' ')), decks].join(', '))
}

function describe({ url, path, state, problem }: PulledPicture): string {
  const address = safeText(url)
  if (path !== undefined) return `${safeText(path)} from ${address}`
  return state === 'refused' && problem ? `${address}: ${safeText(problem.message)}. ${safeText(problem.help)}` : address
}

// The decks that need a file, each with its lines.
function nameLines(needed: readonly DeckLine[]): string {
  const lines = new Map<string, number[]>()
  for (const { file, line } of needed) lines.set(file, [...(lines.get(file) ?? []), line])
  return [...lines].map(([file, numbers]) => numbers.map((line) => `${safeText(file)}:${line}`).join(', ')).join(', ')
}

function hostsOf(pictures: readonly PulledPicture[]): string {
  return [...new Set(pictures.map(({ url }) => new URL(url).host))].toSorted().join(',')
}
