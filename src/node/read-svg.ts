import { readFileSync } from 'node:fs'
import { cleanSvg } from '../core/html/clean-svg.ts'

const NOTHING = '<svg xmlns="http://www.w3.org/2000/svg"/>'

/**
 * A drawing as a site may serve it: opened on its own it would be a document of the site's origin, with its scripts.
 * A file that is no drawing becomes an empty one.
 */
export function readSvg(file: string): string {
  return cleanSvg(readFileSync(file, 'utf8')) ?? NOTHING
}
