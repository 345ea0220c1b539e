import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { catalogue } from '../src/core/diagnostics/catalogue.ts'

const root = path.resolve(import.meta.dirname, '..')

// To write the page anew after a change: npx vitest run --project unit tests/messages.test.ts -u
test('docs/messages.md explains every message, each with an example', async () => {
  const sections = Object.entries(catalogue).map(([code, { severity, message, help }]) => {
    const fixture = path.join(root, 'tests/diagnostics', code, 'expected.txt')
    const said = existsSync(fixture) ? readFileSync(fixture, 'utf8').split('\n\n') : []
    const example = said
      .find((text) => text.includes(`[${code}]`))
      ?.trimEnd()
      .replaceAll('````', "'''")
    const shown = example === undefined || example.length > 1200 ? '' : `\n\n\`\`\`\`text\n${example}\n\`\`\`\``
    const isMended = said.length > 0 && readdirSync(path.dirname(fixture)).some((name) => name.startsWith('mended.'))
    const mending = isMended ? ' `hedgerow fix` mends it.' : ''
    return `## ${code}\n\n**${severity}**: ${escape(message)}\n\n${escape(help)}${mending}${shown}`
  })
  const page = `# Messages

What \`hedgerow check\`, \`build\` and \`dev\` say, by its code. \`$1\` and \`$2\` stand for details. Errors keep a deck or a site from being what was
meant, and make the exit status 1. Warnings are probably mistakes. Infos are told by \`check\` alone. [Checking](checking.md) says how to silence them.

${sections.join('\n\n')}
`
  await expect(page).toMatchFileSnapshot(path.join(root, 'docs/messages.md'))
})

// Names in angle brackets are text.
const escape = (text: string) => text.replaceAll('<', '\\<')
