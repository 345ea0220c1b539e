#!/usr/bin/env node
import { appendFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openTerminal } from '../cli/terminal.ts'
import { findChromium } from '../node/chromium/find-chromium.ts'
import { codeQuality } from './code-quality.ts'
import { type Changes, compareBuilds } from './compare-builds.ts'
import { changedFiles, git, startOf } from './git.ts'
import { pictureChanges } from './picture-changes.ts'
import { type Build, EMPTY, runBuild } from './run-build.ts'
import { readSettings } from './settings.ts'
import { showMessages, statusOf } from './show-messages.ts'
import { MARKDOWN, type Pictured, PLAIN, summarizeChanges } from './summarize-changes.ts'

// Step of a workflow for a pull request: builds its site, and says what it changes. It needs no token.
const settings = readSettings(process.env)
const { folder, out, layout, failOn, isGithub, isGitlab, summary } = settings
const terminal = openTerminal()
const temporary = mkdtempSync(path.join(tmpdir(), 'hedgerow-preview-'))
const before = path.join(temporary, 'before')
try {
  const built = buildPreview(path.join(out, 'site'))
  if (built === undefined) process.exitCode = 1
  else report(built)
} finally {
  rmSync(temporary, { recursive: true, force: true })
  git('worktree', 'prune')
}

function buildPreview(site: string, repository?: string): Build | undefined {
  return runBuild(folder, [`--out=${path.resolve(site)}`, '--drafts', ...(layout ? ['--layout'] : [])], repository)
}

function report(built: Build): void {
  const start = startOf(settings.against)
  git('worktree', 'add', '--quiet', '--detach', before, start)
  const isThere = statSync(path.join(before, folder), { throwIfNoEntry: false })?.isDirectory() ?? false
  const known = (isThere ? buildPreview(path.join(temporary, 'site'), before) : undefined) ?? EMPTY
  const changes = compareBuilds(known, built, changedFiles(start, folder))
  showMessages(changes.newMessages, settings, terminal)
  const pictured = picture(changes)
  if (isGithub && summary !== undefined) appendFileSync(summary, `${summarizeChanges(changes, pictured, MARKDOWN)}\n`)
  else terminal.print(summarizeChanges(changes, pictured, PLAIN))
  if (isGitlab) writeFileSync(path.join(out, 'code-quality.json'), codeQuality(changes.newMessages))
  process.exitCode = statusOf(built.diagnostics, failOn, terminal)
}

function picture(changes: Changes): Pictured {
  if (findChromium(process.env) === undefined) return { pictures: undefined, omitted: 0 }
  return pictureChanges(changes, { folder, before, temporary, out: path.join(out, 'slides') })
}
