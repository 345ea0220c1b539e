import { safeText } from '../core/diagnostics/safe-text.ts'
import { openOutput, OutputRefused } from '../node/site/output-folder.ts'
import type { OutputFolder } from '../node/site/output-folder.ts'
import { WrongUse } from './exit.ts'
import type { Terminal } from './terminal.ts'

/** Opens the folder that a command writes, and says so where another one has to end first; one that must not be written to is wrong use. */
export async function openOutputHere(out: string, folder: string, terminal: Terminal): Promise<OutputFolder> {
  try {
    return await openOutput(out, folder, {
      onWait({ pid, machine, since }) {
        const [host = ''] = machine.split(' ')
        terminal.tell(safeText(`waiting for the command that writes ${out} since ${since} (process ${pid} on ${host})`))
      },
    })
  } catch (cause) {
    if (cause instanceof OutputRefused) throw new WrongUse(cause.message)
    throw cause
  }
}
