import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { BROWSER_SOURCES } from '../src/bundle/bundle-client.ts'

const source = fileURLToPath(new URL('../src', import.meta.url))

// A group of files may import itself and what stands before it in its list. What is on no list may import nothing.
const LAYERS = ['core', 'client', 'node', 'bundle', 'dev', 'cli', 'ci'] as const
const MAY: Readonly<Record<(typeof LAYERS)[number], readonly string[]>> = {
  core: ['core'],
  client: ['client', 'core'],
  node: ['node', 'core'],
  bundle: ['bundle', 'node', 'core'],
  dev: ['dev', 'node', 'core'],
  cli: ['cli', 'bundle', 'dev', 'node', 'core'],
  ci: ['ci', 'cli', 'node', 'core'],
}

// Inside core, only leftwards. `model` names the types of what crosses a stage, among them the options.
const CORE = [
  'escape-html',
  'once',
  'shared',
  'read-video',
  'files',
  'i18n',
  'diagnostics',
  'config',
  'client-bundle',
  'diagram',
  'picture',
  'urls',
  'site',
  'model',
  'tree',
  'deck',
  'markdown',
  'diagrams',
  'clean',
  'resolve',
  'passes',
  'render-slide',
  'render-shown',
  'render-deck',
  'pads',
  'lint',
  'slide-texts',
  'deck-outline',
  'summarize-deck',
  'suppressions',
  'kinds',
  'pages',
  'outputs',
  'choose-styles',
  'compose-deck',
  'forge-files',
  'setup',
] as const

// Inside node, the same.
const NODE = [
  'files',
  'network',
  'cache',
  'package',
  'content',
  'setup',
  'assets',
  'chromium',
  'diagrams',
  'pictures',
  'compose',
  'deck-cache',
  'pdf',
  'cards',
  'site',
  'parts',
  'export',
  'links',
  'pads',
] as const

const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  core: [
    'css-tree',
    'franc-min',
    'gray-matter',
    'highlight.js',
    'katex',
    'markdown-it',
    'markdown-it-abbr',
    'markdown-it-container',
    'markdown-it-deflist',
    'markdown-it-emoji',
    'markdown-it-footnote',
    'markdown-it-ins',
    'markdown-it-mark',
    'markdown-it-sub',
    'markdown-it-sup',
    'node-diff3',
    'papaparse',
    'parse5',
    'yaml',
  ],
  client: ['minisearch', 'reveal.js'],
  node: ['@resvg/resvg-wasm', '@viz-js/viz', 'jpeg-js', 'picomatch', 'playwright-core', 'satori', 'sharp'],
  bundle: ['css-tree', 'vite'],
  dev: ['vite'],
  cli: ['commander', 'diff', 'uqr'],
  ci: [],
}

interface Import {
  readonly from: string
  readonly to: string
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => file.endsWith('.ts'))
  .toSorted()

const imports = files.flatMap((from) => {
  const text = readFileSync(path.join(source, from), 'utf8')
  const found = text.matchAll(
    /^(?:import (?:[^'"();]*? from )?|export (?:type )?[{*][^'"();]*? from )'([^']+)'|\bimport\(['`]([^'`]+)['`]\)/gm,
  )
  return [...found].map((match): Import => {
    const written = match[1] ?? match[2] ?? ''
    return { from, to: written.startsWith('.') ? path.posix.join(path.posix.dirname(from), written) : written }
  })
})

const isOurs = ({ to }: Import) => files.includes(to) || /^(core|node|bundle|dev|cli|ci|client)\//.test(to)
const layerOf = (file: string) => LAYERS.find((layer) => file.startsWith(`${layer}/`))
const groupOf = (layer: string, groups: readonly string[], file: string) =>
  groups.findIndex((group) => file === `${layer}/${group}.ts` || file.startsWith(`${layer}/${group}/`))
const packageOf = (name: string) => (name.startsWith('@') ? name.split('/').slice(0, 2) : name.split('/').slice(0, 1)).join('/')
const print = (found: readonly Import[]) => found.map(({ from, to }) => `${from} -> ${to}`)

describe('imports', () => {
  test('are found', () => {
    expect(imports.length).toBeGreaterThan(200)
    expect(print(imports)).toContain('core/markdown/extensions.ts -> core/markdown/extensions/abbr.ts')
    expect(print(imports)).toContain('core/markdown/highlight.ts -> highlight.js/lib/languages/${name}')
  })

  test('every file belongs to a layer', () => {
    expect(files.filter((file) => layerOf(file) === undefined)).toEqual([])
  })

  test('point one way between the layers', () => {
    const wrong = imports.filter(isOurs).filter(({ from, to }) => {
      const [layer, other] = [layerOf(from), layerOf(to)]
      return layer === undefined || other === undefined || !MAY[layer].includes(other)
    })
    expect(print(wrong)).toEqual([])
  })

  test.each([
    ['core', CORE],
    ['node', NODE],
  ] as const)('point one way inside %s', (layer, groups) => {
    const wrong = imports.filter(({ from, to }) => {
      if (!from.startsWith(`${layer}/`) || !to.startsWith(`${layer}/`)) return false
      const [group, other] = [groupOf(layer, groups, from), groupOf(layer, groups, to)]
      return group === -1 || other === -1 || other > group
    })
    expect(print(wrong)).toEqual([])
  })

  test.each([
    ['core', CORE],
    ['node', NODE],
  ] as const)('every group of %s is there', (layer, groups) => {
    expect(groups.filter((group) => !files.some((file) => groupOf(layer, [group], file) === 0))).toEqual([])
  })

  test('core uses nothing of node', () => {
    expect(print(imports.filter(({ from, to }) => from.startsWith('core/') && to.startsWith('node:')))).toEqual([])
  })

  test('each layer uses only the packages that are named for it', () => {
    const wrong = imports.filter((found) => {
      const layer = layerOf(found.from)
      if (isOurs(found) || found.to.startsWith('node:') || layer === undefined) return false
      return !PACKAGES[layer]?.includes(packageOf(found.to))
    })
    expect(print(wrong)).toEqual([])
  })

  test('browser code is complete in the folders that the package has', () => {
    const isBrowserCode = (file: string) => BROWSER_SOURCES.some((folder) => `src/${file}`.startsWith(`${folder}/`))
    const missing = files.filter(isBrowserCode).flatMap((from) => {
      const values = readFileSync(path.join(source, from), 'utf8').matchAll(/^(?:import (?!type )|export )[^'"();]*? from '(\.[^']+)'/gm)
      return [...values].map(([, to = '']) => path.posix.join(path.posix.dirname(from), to)).filter((to) => !isBrowserCode(to))
    })
    expect(missing).toEqual([])
    expect(JSON.parse(readFileSync(path.join(source, '../package.json'), 'utf8'))).toMatchObject({
      files: expect.arrayContaining([...BROWSER_SOURCES]),
    })
  })

  test('only one file knows gray-matter', () => {
    expect(print(imports.filter(({ to }) => to === 'gray-matter'))).toEqual(['core/deck/read-front-matter.ts -> gray-matter'])
  })

  test('only one file sends requests to other servers', () => {
    const ofNode = files.filter((file) => !/^(client|dev)\//.test(file))
    const sending = /^import (?!type )[^\n]* from 'node:(https?|http2|net|tls|dgram)'|\bfetch\(/m
    const found = ofNode.filter((file) => sending.test(readFileSync(path.join(source, file), 'utf8')))
    expect(found).toEqual(['node/network/public-address.ts', 'node/network/send-request.ts'])
  })

  test('only the command line prints', () => {
    const printing = files.filter((file) => !file.startsWith('cli/') && !file.startsWith('client/'))
    expect(
      printing.filter((file) => /\bconsole\.|process\.(stdout|stderr|exit)\b/.test(readFileSync(path.join(source, file), 'utf8'))),
    ).toEqual([])
  })

  test('have no cycles, not even of types', () => {
    expect(cyclesOf(imports)).toEqual([])
  })
})

function cyclesOf(all: readonly Import[]): string[] {
  const next = new Map(files.map((file) => [file, all.filter(({ from, to }) => from === file && files.includes(to))]))
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (file: string, above: readonly string[]) => {
    if (above.includes(file)) cycles.push([...above.slice(above.indexOf(file)), file].join(' -> '))
    if (above.includes(file) || done.has(file)) return
    for (const { to } of next.get(file) ?? []) visit(to, [...above, file])
    done.add(file)
  }
  for (const file of files) visit(file, [])
  return cycles
}

test('no file is longer than the style guide allows', () => {
  // Tables of words are as long as there are words.
  const code = files.filter((file) => !file.startsWith('core/i18n/languages/'))
  const lengths = code.map((file) => [file, readFileSync(path.join(source, file), 'utf8').split('\n').length - 1] as const)
  expect(lengths.filter(([, length]) => length > 200)).toEqual([])
})
