import path from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../support/make-folder.ts'
import { runCommand } from '../support/run-command.ts'

const DECK = '---\ntype: slide\n---\n\n# A\n'

/** What the command prints until it serves. */
async function serve(root: string, target: string): Promise<string> {
  const { stderr } = await runCommand(root, ['dev', target, '--port', '0'], {
    onStart(child) {
      let output = ''
      child.stderr?.on('data', (text: Buffer) => {
        output += text.toString()
        if (output.includes('decks: http')) child.kill('SIGTERM')
      })
    },
  })
  return stderr
}

test('one deck is served with its folder, and its address is said', async () => {
  const root = makeFolder({ 'site.yaml': '', 'talks/a b.md': DECK, 'index.md': DECK })
  expect(await serve(root, 'talks/a b.md')).toMatch(/talks\/a b\.md: http:\/\/\S+\/talks\/a%20b\.html\n[^\n]*decks: http/)
  expect(await serve(root, 'index.md')).toContain(`/${encodeURIComponent(path.basename(root))}.html\n`)
})

test('what is neither a folder nor a deck is refused', async () => {
  const root = makeFolder({ 'a.txt': 'a' })
  for (const target of ['a.txt', 'nowhere']) expect((await runCommand(root, ['dev', target])).status).toBe(2)
})
