import { cleanSvg } from '../../core/clean/clean-svg.ts'
import { readOpen } from '../files/read-inside.ts'
import type { OpenFile } from '../files/read-inside.ts'

const NOTHING = '<svg xmlns="http://www.w3.org/2000/svg"/>'

/**
 * A drawing as a site may serve it: opened on its own it would be a document of the site's origin, with its scripts.
 * A file that is no drawing becomes an empty one.
 */
export function readSvg(file: OpenFile): string {
  return cleanSvg(readOpen(file).toString('utf8')) ?? NOTHING
}
