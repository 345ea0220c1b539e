import { publishParts } from '../../node/parts/merge-parts.ts'
import { PartRefused } from '../../node/parts/part-file.ts'
import { reportLayout } from '../check-site.ts'
import { factsOf } from '../built-facts.ts'
import { showBuilt } from '../show-built.ts'
import type { VersionedTerminal } from '../terminal.ts'
import { needFolder, UsageError } from '../usage.ts'
import { withWorkshop } from '../workshop.ts'

interface Options {
  readonly out: string
  /** Folder of decks that the parts were made of. */
  readonly root: string
  readonly layout?: true
  readonly all?: true
  readonly json?: true
}

/** Makes a site of all its parts. Returns the exit status: 0, or 1 if there are errors. */
export async function merge(parts: readonly string[], options: Options, terminal: VersionedTerminal): Promise<number> {
  const started = performance.now()
  const { out, root } = options
  needFolder(root)
  try {
    const facts = await withWorkshop(root, terminal, async (workshop) => {
      const output = await workshop.openOutput(out)
      const onProgress = (done: number, all: number) => terminal.progress(`merging ${done} of ${all} parts`)
      const built = await publishParts(parts, { ...workshop, version: terminal.version, onProgress }, output)
      if (options.layout && built.decks.length > 0) await reportLayout(built, { site: out, chromium: workshop.chromium, terminal })
      return factsOf(built, output.before)
    })
    return showBuilt(facts, { ...options, folder: root, milliseconds: Math.round(performance.now() - started) }, terminal)
  } catch (cause) {
    if (cause instanceof PartRefused) throw new UsageError(cause.message)
    throw cause
  }
}
