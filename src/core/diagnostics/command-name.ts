/** The name of a file, safe between quotes in a shell command. */
export function commandName(path: string): string {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/[^\p{L}\p{N}._ -]/gu, '_')
    .replace(/^-/, './-')
}
