import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export interface Spec {
  readonly file: string
  /** How many headings the file has: each should be a case. */
  readonly headings: number
  readonly cases: readonly { readonly title: string; readonly input: string; readonly output: string }[]
}

// `~~~~` so that a case may hold a fence.
const CASE = /^## (.+)\n+~~~~md\n([^]*?)\n?~~~~\n+~~~~html\n([^]*?)\n?~~~~$/gm

/** The files `<name>.spec.md` of a folder: titles, markdown, and the HTML that it becomes. */
export function readSpecs(folder: string): Spec[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.spec.md'))
    .map((file) => {
      const text = readFileSync(path.join(folder, file), 'utf8')
      const cases = [...text.matchAll(CASE)].map(([, title = '', input = '', output = '']) => ({ title, input, output }))
      return { file, headings: text.match(/^## /gm)?.length ?? 0, cases }
    })
}
