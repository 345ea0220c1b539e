import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { makeFolder, writeFiles } from '../support/make-folder.ts'

// The compiled command, as people run it: `npm test` compiles it first.
const command = fileURLToPath(new URL('../../lib/cli/main.js', import.meta.url))

const EVIL = '##[stop-commands]x ##vso[task.setvariable variable=a]b \u001b[31m\u202e'
const LINE = '::error::x'
const deck = `---
title: "##[stop-commands]x ##vso[task.x]y"
type: slide
slideOptions:
  theme: "##[error]theme"
  transiton: "##vso[x]"
---

# ##[group]heading

${LINE}
${LINE}

![](##vso[x].png) ![](https://a.example/##vso[x]) ![](https://pad.example/uploads/##[x].png) </b> <p onclick="${EVIL}">x</p>

--- 

${LINE}
`
const files = {
  'a.md': deck,
  '::warning::b.md': deck,
  '##[group]c.md': deck,
  '##vso[task.x]d.md': '# no deck',
  '::error::e.md': '# no deck',
  'site.yaml': 'title: "##[error]site"\nbrand: "##vso[x]"\n"##[x]": 1\n',
}

function run(
  args: readonly string[],
  until?: (output: string) => boolean,
): Promise<{ output: string; stdout: string; status: number | null }> {
  const folder = makeFolder()
  writeFiles(path.join(folder, 'talks'), files)
  return new Promise((resolve, reject) => {
    const env = { ...process.env, CHROMIUM: 'none', CI: 'true' }
    const child = spawn(process.execPath, [command, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env })
    let output = ''
    let stdout = ''
    const hear = (text: string) => {
      output += text
      if (until?.(output)) child.kill('SIGTERM')
    }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
      hear(text)
    })
    child.stderr.setEncoding('utf8').on('data', hear)
    child.on('error', reject).on('close', (status) => resolve({ output, stdout, status }))
  })
}

function liveCommands(output: string): string[] {
  return output
    .split('\n')
    .filter((line) => /##\w*\[/.test(line) || /^\s*::/.test(line) || /[\u0000-\u001f\u007f-\u009f\u200e-\u202e]/.test(line))
}

describe('no line of output is a command of CI, whatever decks, files and arguments are called', () => {
  test.each([
    [['build', 'talks']],
    [['build', 'talks', '--json']],
    [['build', 'talks', '--layout', '--out', '##[x]']],
    [['build', 'talks', '--base', EVIL]],
    [['build', `\n${LINE}`]],
    [['check', 'talks']],
    [['check', 'talks', '--format', 'line']],
    [['check', 'talks', '--format', 'json']],
    [['check', 'talks', '--format', 'sarif']],
    [['check', 'talks', '--format', EVIL]],
    [['check', 'talks', '--only', `${LINE},##[x]`]],
    [['check', 'talks', `--${EVIL}`]],
    [['explain', EVIL]],
    [['fix', 'talks']],
    [['init']],
    [['init', 'talks', '--yes']],
    [['init', `\n${LINE}`, '--yes']],
    [['init', '--ci', EVIL]],
    [[]],
    [['fix', 'talks', '--dry-run']],
    [['new', '##[x] y', '--folder', 'talks', '--no-open']],
    [['new', 'x', '--template', `\n${LINE}`, '--folder', 'talks', '--no-open']],
    [['pdf', 'talks']],
    [['pdf', 'talks', '--per-page', EVIL]],
    [['export', 'talks/a.md', '--single-file']],
    [['export', 'talks/::warning::b.md', '--single-file', '--out', '##[x]']],
    [['export', 'talks/::error::e.md', '--single-file']],
    [['pull', `\n${LINE}`, '--folder', 'talks']],
    [['pull', '--pictures', 'talks', '--from', `\n${LINE}`]],
    [['pull', '--pictures', 'talks', '--from', 'a.example', '--dry-run']],
    [['preview', `\n${LINE}`]],
    [[`\n${LINE}`, EVIL]],
  ])('%j', async (args) => {
    const { output } = await run(args)
    expect(output).not.toBe('')
    expect(liveCommands(output)).toEqual([])
  })

  test('but for those of the format that is meant for a runner, one a message', async () => {
    const { stdout } = await run(['check', 'talks', '--format', 'github'])
    const lines = stdout.trimEnd().split('\n')
    expect(lines.filter((line) => !/^::(error|warning|notice) file=[^:]*,title=[a-z-]+::[^\n]*$/.test(line))).toEqual([])
    expect(liveCommands(stdout.replaceAll(/^::/gm, ''))).toEqual([])
  })

  test('and JSON says what the deck says', async () => {
    const { stdout } = await run(['build', 'talks', '--json'])
    const { decks } = JSON.parse(stdout) as { decks: { path: string; title: string }[] }
    expect(decks.find(({ path: file }) => file === '##[group]c.md')?.title).toBe('##[stop-commands]x ##vso[task.x]y')
  })

  test('while decks are served', async () => {
    const { output } = await run(['dev', 'talks', '--port', '0'], (text) => text.includes('decks: http'))
    expect(output).toContain('decks: http')
    expect(liveCommands(output)).toEqual([])
  })
})
