import { parseArgs } from 'node:util'
import { pull, type PullOptions } from '../../src/cli/commands/pull.ts'
import { describeFailure } from '../../src/cli/describe-failure.ts'

/** Runs `pull` in this process, which takes less time than a new one; paths in its output are short. */
export async function pullInto(folder: string, args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { as: { type: 'string' }, date: { type: 'string' }, 'dry-run': { type: 'boolean' }, follow: { type: 'boolean' } },
  })
  const { 'dry-run': isDryRun, ...others } = values
  const output = { stdout: '', stderr: '' }
  const short = (text: string) => `${text.replaceAll(folder, 'decks').replaceAll('npx --no-install hedgerow', 'hedgerow')}\n`
  const terminal = {
    print: (line: string) => (output.stdout += short(line)),
    command: () => undefined,
    log: (line: string) => (output.stderr += short(line)),
    progress: () => undefined,
    paint: (_: unknown, text: string) => text,
    version: '1.0.0',
  }
  // As commander gives them.
  const options = { folder, ...others, ...(isDryRun === true ? { dryRun: true } : {}) } as PullOptions
  let status: number
  try {
    status = await pull(positionals, options, terminal)
  } catch (cause) {
    const failure = describeFailure(cause, false)
    for (const line of failure.lines) terminal.log(line)
    status = failure.status
  }
  return { ...output, status, lines: output.stderr.trim().split('\n') }
}
