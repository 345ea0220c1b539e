import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')
// The compiled command, as people run it: `npm test` compiles it first.
const command = path.join(root, 'lib/cli/main.js')
const files = ['README.md', ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((file) => `docs/${file}`)]
  .filter((file) => /\.(md|yml)$/.test(file))
  // Its command lines are those of messages.
  .filter((file) => file !== 'docs/messages.md')

const helpOf = (words: readonly string[]) => execFileSync(process.execPath, [command, ...words, '--help'], { encoding: 'utf8' })
const commands = [...helpOf([]).matchAll(/^ {2}([a-z]+) /gm)].map(([, name = '']) => name).filter((name) => name !== 'help')
const optionsOf = (name: string) => [...helpOf([name]).matchAll(/^ {2}(?:-\w, )?(--[a-z0-9-]+)/gm)].map(([, option = '']) => option)
const options = new Map(commands.map((name) => [name, new Set(optionsOf(name))]))

/** What follows `hedgerow` in code, up to a comment or another command. */
function commandLines(text: string, isCode: boolean): readonly string[] {
  const blocks = isCode ? [text] : (text.match(/^ *(```|~~~)[^]*?^ *\1/gm) ?? [])
  const inLines = text.replaceAll(/^ *(```|~~~)[^]*?^ *\1/gm, '').match(/`[^`\n]+`/g) ?? []
  const lines = [
    ...blocks.flatMap((block) => block.split('\n').filter((line) => !/^\s*#/.test(line))),
    ...inLines.map((line) => line.slice(1, -1)),
  ]
  return lines.flatMap((line) => /(?:^|npx |&& |\s)hedgerow ([a-z][^#>&|`]*)/.exec(line)?.[1] ?? [])
}

test('the command has commands with options', () => {
  expect(commands).toContain('build')
  expect(options.get('build')).toContain('--out')
})

test('the README names all options of all commands', () => {
  const text = readFileSync(path.join(root, 'README.md'), 'utf8')
  const missing = commands.flatMap((name) => {
    const lines = text.match(new RegExp(`^hedgerow ${name}\\b.*`, 'gm'))?.join(' ') ?? ''
    return [...(options.get(name) ?? [])]
      .filter((option) => option !== '--help' && !lines.includes(option))
      .map((option) => `${name} ${option}`)
  })
  expect(missing).toEqual([])
})

describe.each(files)('%s', (file) => {
  const lines = commandLines(readFileSync(path.join(root, file), 'utf8'), file.endsWith('.yml'))

  test.skipIf(lines.length === 0)('names only commands and options that exist', () => {
    const unknown = lines.flatMap((line) => {
      const [name = '', ...words] = line.split(/[\s[\]|"']+/)
      const known = options.get(name)
      if (!known) return [`hedgerow ${name}`]
      return words.filter((word) => word.startsWith('--') && !known.has(word)).map((word) => `hedgerow ${name} ${word}`)
    })
    expect(unknown).toEqual([])
  })

  test('names no command that would run a package of that name from the public registry', () => {
    const text = readFileSync(path.join(root, file), 'utf8').replaceAll('\\ ', ' ')
    expect(text.match(/\b(?:npx|npm exec|npm (?:i|install))(?: (?!--no-install|--package <)[^\s`]+)* hedgerow(?![\w./-]).*/g)).toBeNull()
  })
})
