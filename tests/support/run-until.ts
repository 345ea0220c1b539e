import { readdirSync } from 'node:fs'
import { type Ran, runCommand } from './run-command.ts'

/** Runs the command with temporary files in `temporary`, and sends it a signal as soon as something is among them that is waited for. */
export function runUntil(
  isThere: (files: readonly string[]) => boolean,
  signal: NodeJS.Signals,
  { folder, temporary, args }: { readonly folder: string; readonly temporary: string; readonly args: readonly string[] },
): Promise<Ran> {
  return runCommand(folder, args, {
    env: { TMPDIR: temporary },
    onStart(child) {
      const timer = setInterval(() => {
        if (!isThere(filesIn(temporary))) return
        clearInterval(timer)
        child.kill(signal)
      }, 5)
      child.once('exit', () => clearInterval(timer))
    },
  })
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true }).map(String)
  } catch {
    // A folder in it was removed while it was read.
    return []
  }
}
