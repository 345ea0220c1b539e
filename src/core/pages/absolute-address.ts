import { encodePath } from './relative-urls.ts'

/** The address of a file of a site that says where it is published; `path` is that of the file in the site. */
export function absoluteAddress(site: string, path: string): string {
  return `${site.replace(/\/?$/, '/')}${encodePath(path)}`
}
