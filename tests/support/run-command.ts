import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The compiled command, as people run it: `npm run compile` makes it. */
export const command = fileURLToPath(new URL('../../lib/cli/main.js', import.meta.url))

export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  readonly env?: Readonly<Record<string, string>>
  readonly stdio?: StdioOptions
  readonly onStart?: (child: ChildProcess) => void
  /** Called with each piece of standard error. */
  readonly onError?: (text: string) => void
}

/** Runs the command in a folder until it ends. */
export function runCommand(
  folder: string,
  args: readonly string[],
  { env, stdio = ['ignore', 'pipe', 'pipe'], onStart, onError }: Running = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...args], { cwd: folder, stdio, env: { ...process.env, ...env } })
    const output = { stdout: '', stderr: '' }
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (output.stdout += text))
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      output.stderr += text
      onError?.(text)
    })
    child.on('error', reject).on('close', (status) => resolve({ status, ...output }))
    onStart?.(child)
  })
}
