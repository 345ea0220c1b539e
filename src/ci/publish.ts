#!/usr/bin/env node
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { openTerminal } from '../cli/terminal.ts'
import { plural } from '../cli/usage.ts'
import { type Build, runBuild, runMerge } from './run-build.ts'
import { readSettings } from './settings.ts'
import { showMessages, statusOf } from './show-messages.ts'

// Step of a workflow: builds the site that is published, or merges its parts, and shows its messages at their lines; or builds one part of it.
const settings = readSettings(process.env)
const { folder, out, base, revision, layout, shard, parts, failOn } = settings
const terminal = openTerminal()
const options = [`--base=${base}`, ...(revision === undefined ? [] : [`--revision=${revision}`])]
const measured = layout ? ['--layout'] : []

function makeSite(): Build | undefined {
  if (parts === undefined) return runBuild(folder, [`--out=${out}`, ...options, ...measured])
  const folders = readdirSync(parts).map((name) => path.join(parts, name))
  return runMerge(folder, folders, [`--out=${out}`, ...measured])
}

if (shard !== undefined) {
  const built = runBuild(folder, [`--out=${out}`, ...options, `--shard=${shard}`])
  if (built) terminal.log(`built ${plural(built.decks.length, 'deck')} of part ${shard}`)
  // What its messages mean for the site is decided when all parts are merged.
  process.exitCode = built ? 0 : 1
} else {
  const built = makeSite()
  if (built) {
    showMessages(built.diagnostics, settings, terminal)
    terminal.log(`built ${plural(built.decks.length, 'deck')} for the path ${base}`)
  }
  // Without decks nothing was written: there is no site to publish, whatever is allowed.
  process.exitCode = built && built.decks.length > 0 ? statusOf(built.diagnostics, failOn, terminal) : 1
}
