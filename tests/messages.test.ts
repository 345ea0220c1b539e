import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { catalogue } from '../src/core/diagnostics/catalogue.ts'
import { composeInProcess } from '../src/node/compose/in-process.ts'
import { composeSite } from '../src/node/site/compose-site.ts'
import { stubClient } from './support/stub-client.ts'
import { stubDiagramRenderer } from './support/stub-diagram-renderer.ts'

const root = path.resolve(import.meta.dirname, '..')

// To write the page anew after a change: npx vitest run --project unit tests/messages.test.ts -u
test('docs/messages.md explains every message, each with an example', async () => {
  const fixed = new Set<string>()
  for (const code of Object.keys(catalogue)) {
    const folder = path.join(root, 'tests/diagnostics', code)
    // A fixture may be fixed in what another message is about. Fixed pictures are not kept.
    if (!existsSync(folder) || !readdirSync(folder).some((name) => /^fixed\.|\.jpg$/.test(name))) continue
    const { diagnostics } = await composeSite(
      folder,
      { client: stubClient, diagramRenderer: stubDiagramRenderer, openComposer: composeInProcess },
      () => undefined,
    )
    if (diagnostics.some((found) => found.code === code && (found.edits ?? found.picture))) fixed.add(code)
  }
  const sections = Object.entries(catalogue).map(([code, { severity, message, help }]) => {
    const fixture = path.join(root, 'tests/diagnostics', code, 'expected.txt')
    const said = existsSync(fixture) ? readFileSync(fixture, 'utf8').split('\n\n') : []
    const example = said
      .find((text) => text.includes(`[${code}]`))
      ?.trimEnd()
      .replaceAll('````', "'''")
    const shown = example === undefined || example.length > 1200 ? '' : `\n\n\`\`\`\`text\n${example}\n\`\`\`\``
    const isFixed = fixed.has(code) && !help.includes('hedgerow fix')
    const fixing = isFixed ? ' Fixed by `hedgerow fix`.' : ''
    const right = isFixed ? rightLine(code, shown) : ''
    return `## ${code}\n\n**${severity}**: ${escape(message)}\n\n${escape(help)}${fixing}${shown}${right}`
  })
  const page = `# Message reference

All messages of \`hedgerow check\`, \`build\` and \`dev\`, by code. \`$1\` and \`$2\` are placeholders. An error means that a deck or the site is not
what its author meant; the exit status is 1. A warning is probably a mistake. Only \`check\` shows infos. To turn messages off, see
[Ignoring messages](checking.md#ignoring-messages).

${sections.join('\n\n')}
`
  await expect(page).toMatchFileSnapshot(path.join(root, 'docs/messages.md'))
})

// The line of the example as `hedgerow fix` leaves it, where it stays on its line.
function rightLine(code: string, example: string): string {
  const [, file = '', line = ''] = /text\n([^\s:]+):(\d+)/.exec(example) ?? []
  const fixed = path.join(root, 'tests/diagnostics', code, file.replace(/^deck\./, 'fixed.'))
  if (file === '' || !existsSync(fixed)) return ''
  const [before, after] = [path.join(root, 'tests/diagnostics', code, file), fixed].map((name) => readFileSync(name, 'utf8').split('\n'))
  const [wrong, right] = [before, after].map((lines) => lines?.[Number(line) - 1])
  if (before?.length !== after?.length || wrong === right || right === undefined) return ''
  return `\n\nFixed:\n\n\`\`\`\`text\n  > ${line} | ${right}\n\`\`\`\``
}

// Names in angle brackets are text, and an example of a link is none.
const escape = (text: string) => text.replaceAll('<', '\\<').replaceAll('](', ']\\(')
