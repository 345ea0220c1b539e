#!/usr/bin/env node
import { openTerminal } from '../cli/terminal.ts'
import { plural } from '../cli/usage.ts'
import { runBuild } from './run-build.ts'
import { readSettings } from './settings.ts'
import { showMessages, statusOf } from './show-messages.ts'

// Step of a workflow: builds the site that is published, and shows its messages at their lines.
const settings = readSettings(process.env)
const { folder, out, base, revision, layout, failOn } = settings
const terminal = openTerminal()
const options = [
  `--out=${out}`,
  `--base=${base}`,
  ...(revision === undefined ? [] : [`--revision=${revision}`]),
  ...(layout ? ['--layout'] : []),
]
const built = runBuild(folder, options)
if (built === undefined) process.exitCode = 1
else {
  showMessages(built.diagnostics, settings, terminal)
  terminal.log(`built ${plural(built.decks.length, 'deck')} for the path ${base}`)
  const status = statusOf(built.diagnostics, failOn, terminal)
  // Then nothing was written: there is no site to publish, whatever is allowed.
  process.exitCode = built.decks.length === 0 ? 1 : status
}
