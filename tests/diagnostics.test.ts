import { cpSync, existsSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { catalogue, type Code } from '../src/core/diagnostics/catalogue.ts'
import type { Diagnostic } from '../src/core/diagnostics/diagnostic.ts'
import { formatText } from '../src/core/diagnostics/formats.ts'
import type { ClientBundle } from '../src/core/model.ts'
import { composeInProcess } from '../src/node/compose/in-process.ts'
import { composeInWorker } from '../src/node/compose/in-worker.ts'
import { composeSite } from '../src/node/site/compose-site.ts'
import { reportUnusedPictures } from '../src/node/assets/unused-pictures.ts'
import { readText } from '../src/node/files/read-file.ts'
import { makeFolder } from './support/make-folder.ts'
import { stubClient } from './support/stub-client.ts'
import { stubDiagramRenderer } from './support/stub-diagram-renderer.ts'

// tests/diagnostics/<code>/: a site that gives rise to the message, and expected.txt, all that is said about it.
// A deck in it that is called right.md looks like the mistake and is none: nothing at all is said about it.
// To write them anew after a change: npx vitest run --project unit tests/diagnostics.test.ts -u
const fixtures = fileURLToPath(new URL('diagnostics/', import.meta.url))

// What cannot be kept as a file of the repository.
const MADE: Partial<Record<Code, (root: string) => void>> = {
  'deck-too-large': (root) => writeFileSync(path.join(root, 'deck.md'), `---\ntype: slide\n---\n\n${'a'.repeat(4 * 1024 * 1024)}`),
  'file-empty': (root) => writeFileSync(path.join(root, 'deck.md'), ''),
  'math-excess': (root) =>
    writeFileSync(path.join(root, 'deck.md'), `---\ntype: slide\n---\n\n# A\n${`\n---\n\n$$\n${'a+b-'.repeat(1200)}\n$$\n`.repeat(24)}`),
  'toc-excess': (root) =>
    writeFileSync(path.join(root, 'deck.md'), `---\ntype: slide\n---\n\n[TOC]\n${'\n---\n\n# A slide\n\n[TOC]\n'.repeat(400)}`),
  'asset-too-large': (root) => {
    writeFileSync(path.join(root, 'large.png'), '')
    truncateSync(path.join(root, 'large.png'), 50_000_001)
  },
  'image-large': (root) => {
    writePicture(path.join(root, 'noise.png'), { width: 200, bytes: 400_000 })
    writePicture(path.join(root, 'large.png'), { width: 1920, bytes: 1_200_000 })
  },
  'file-encoding': (root) =>
    writeFileSync(path.join(root, 'deck.md'), Buffer.from('---\ntype: slide\n---\n\n# Gr\u00fc\u00dfe\n', 'latin1')),
}

// The beginning of a PNG, and as many bytes as it should have.
function writePicture(file: string, { width, bytes }: { width: number; bytes: number }): void {
  const head = Buffer.alloc(24)
  head.set(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'))
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(width, 20)
  writeFileSync(file, head)
  truncateSync(file, bytes)
}

const brokenClient: ClientBundle = {
  ...stubClient,
  get loader(): never {
    throw new Error('the client has no loader')
  },
}

async function diagnosticsOf(code: Code): Promise<{ root: string; diagnostics: readonly Diagnostic[] }> {
  const root = makeFolder()
  cpSync(path.join(fixtures, code), root, { recursive: true, filter: (file) => !/expected\.txt$|fixed\.\w+$/.test(file) })
  MADE[code]?.(root)
  const { diagnostics, content, site } = await composeSite(
    root,
    {
      client: code === 'deck-failed' ? brokenClient : stubClient,
      diagramRenderer: stubDiagramRenderer,
      openComposer: code === 'deck-too-slow' ? composeInWorker({ time: 1, memory: 1024 }) : composeInProcess,
    },
    () => undefined,
  )
  // As the command does.
  reportUnusedPictures(content, site.decks)
  return { root, diagnostics }
}

async function messagesOf(code: Code): Promise<string> {
  const { root, diagnostics } = await diagnosticsOf(code)
  return diagnostics
    .map((diagnostic) => formatText(diagnostic, readText(root, diagnostic.file, () => undefined)?.text.split('\n'), (_, text) => text))
    .join('\n\n')
    .concat('\n')
}

// What is found out in a browser, by asking other servers, from a former site, in development, or when a deck becomes one file: tests/browser/layout.test.ts,
// tests/cli.test.ts, tests/dev/dev-recovery.test.ts, tests/node/links, tests/cli/check-former.test.ts, tests/core/pages/single/single-page.test.ts, tests/node/site/single-file.test.ts;
// or when its card is drawn, or copies are made of its pictures: tests/node/site/make-cards.test.ts, tests/node/site/pictures.test.ts.
const MEASURED: ReadonlySet<Code> = new Set([
  ...([
    'slide-overflow',
    'layout-unchecked',
    'accessibility-barrier',
    'accessibility-unchecked',
    'pdf-missing',
    'link-broken',
    'link-moved',
    'link-unchecked',
    'links-left',
  ] as const),
  ...([
    'export-link',
    'export-remote',
    'export-diagram-source',
    'export-large',
    'single-missing',
    'card-picture',
    'image-original',
  ] as const),
  ...(['folder-missing', 'theme-failed', 'address-gone', 'address-lost', 'addresses-elsewhere'] as const),
])

const codes = (Object.keys(catalogue) as Code[]).filter((code) => !MEASURED.has(code))

describe('every message has a site that gives rise to it', () => {
  test.each(codes)('%s', async (code) => {
    expect(existsSync(path.join(fixtures, code)), `make a folder tests/diagnostics/${code}`).toBe(true)
    const text = await messagesOf(code)
    expect(text).toContain(`[${code}]`)
    await expect(text).toMatchFileSnapshot(path.join(fixtures, code, 'expected.txt'))
  })

  test.each(codes.filter((code) => existsSync(path.join(fixtures, code, 'right.md'))))('%s: not about what is right', async (code) => {
    const { diagnostics } = await diagnosticsOf(code)
    expect(diagnostics.filter(({ file }) => file === 'right.md')).toEqual([])
  })

  test('and every such site has its message', () => {
    expect(readdirSync(fixtures).filter((name) => !Object.hasOwn(catalogue, name))).toEqual([])
  })
})
