import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { composeText } from '../support/compose-text.ts'

// tests/wild/<tool>/: a deck as it is written for the tool, and shown.txt, its slides and what is reported about them.
// To write them anew after a change: npx vitest run --project unit tests/wild -u
const folder = import.meta.dirname
const tools = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
const files = ['rack.png', 'tree.png', 'sky.png', 'second.png']

describe.each(tools.map(({ name }) => name))('a deck of %s', (tool) => {
  const file = readdirSync(path.join(folder, tool)).find((name) => name.startsWith('deck.')) ?? ''
  const text = readFileSync(path.join(folder, tool, file), 'utf8')
  const { slides, places, found } = composeText(text, { path: file, files })

  test('shows its slides', async () => {
    const messages = found.map(({ message, help }, index) => `${places()[index]} ${message}\n  ${help}`)
    await expect(`${slides}\n\n${messages.join('\n')}\n`).toMatchFileSnapshot(path.join(folder, tool, 'shown.txt'))
  })
})
