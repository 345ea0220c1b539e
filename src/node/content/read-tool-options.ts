import { lstatSync } from 'node:fs'
import path from 'node:path'
import { parseMapping } from '../../core/config/parse-mapping.ts'
import type { FrontMatterData } from '../../core/deck/dialect.ts'
import type { Report } from '../../core/diagnostics/diagnostic.ts'
import { readText } from '../files/read-file.ts'

// Of reveal-md, for all decks below its folder: its own options, and those of reveal.js alone.
const FILES = ['reveal-md.json', 'reveal.json'] as const

/** The options that another tool would read from files next to a deck or above it, the nearest first; `undefined` if there are none. */
export function readToolOptions(root: string, file: string, report: Report): FrontMatterData | undefined {
  let found: FrontMatterData | undefined
  for (const name of FILES) {
    const at = nearest(root, file, name)
    const given = at === undefined ? undefined : readOptionsFile(root, at, report)
    if (!given) continue
    if (name === 'reveal-md.json') found = given
    else found = new Map([...(found ?? []), ['revealOptions', mergeOptions(given, found?.get('revealOptions'))]])
  }
  return found
}

/** Where such options could be for a deck. */
export function toolOptionFiles(file: string): readonly string[] {
  return foldersOf(file).flatMap((folder) => FILES.map((name) => path.posix.join(folder, name)))
}

function mergeOptions(all: FrontMatterData, own: unknown): FrontMatterData {
  return new Map([...all, ...(own instanceof Map ? (own as FrontMatterData) : [])])
}

function nearest(root: string, file: string, name: string): string | undefined {
  return foldersOf(file)
    .map((folder) => path.posix.join(folder, name))
    .find((at) => lstatSync(path.join(root, at), { throwIfNoEntry: false })?.isFile())
}

// The folder of a file, and those above it.
function foldersOf(file: string): readonly string[] {
  const folder = path.posix.dirname(file)
  return folder === '.' ? [folder] : [folder, ...foldersOf(folder)]
}

// JSON is YAML, whose reader has limits for what is not trusted.
function readOptionsFile(root: string, file: string, report: Report): FrontMatterData | undefined {
  const source = readText(root, file, report)
  if (!source) return undefined
  const parsed = parseMapping(source.text)
  if ('mapping' in parsed) return parsed.mapping
  report('tool-options', { file }, parsed.problem)
  return undefined
}
