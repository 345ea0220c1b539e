import { existsSync, statSync } from 'node:fs'
import { putBack } from '../../node/site/killed-builds.ts'
import { resolveTarget } from '../../node/files/paths.ts'
import { startPreview } from '../../dev/preview-server.ts'
import type { Terminal } from '../terminal.ts'
import { readBase, readPort, UsageError } from '../usage.ts'

/** Serves a built site until the process ends. */
export async function preview(folder: string, options: { port: string; base: string }, terminal: Terminal): Promise<void> {
  await putBack(resolveTarget(folder))
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new UsageError(`no built site in "${folder}"; run hedgerow build first`)
  const { address } = await startPreview({ folder, port: readPort(options.port), base: readBase(options.base) })
  terminal.log(`${terminal.paint('bold', 'site')}: ${address}`)
}
