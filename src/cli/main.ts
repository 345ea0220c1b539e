#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { format, stripVTControlCharacters } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { CommanderError } from 'commander'
import { describeFailure } from './describe-failure.ts'
import { openProgram } from './program/open-program.ts'
import { openTerminal } from './terminal.ts'
import { STOP_SIGNALS } from './usage.ts'

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

const fail = (cause: unknown): number => {
  const { lines, status } = describeFailure(cause, process.env['HEDGEROW_TRACE'] !== undefined)
  for (const line of lines) terminal.log(line)
  return status
}

// `setImmediate` lets the commands' own handlers run first; then exit handlers clean up.
for (const [signal, status] of STOP_SIGNALS) process.once(signal, () => setImmediate(() => process.exit(status)))
process.on('uncaughtException', (cause) => process.exit(fail(cause)))

try {
  if (process.argv.length > 2) await openProgram({ ...terminal, version }).parseAsync()
  else (await import('./commands/overview.ts')).overview({ ...terminal, version })
} catch (cause) {
  if (cause instanceof CommanderError) process.exitCode = cause.exitCode === 0 ? 0 : 2
  else process.exitCode = fail(cause)
}
