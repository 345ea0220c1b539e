/** Folders that commands make, which belong in no repository. */
export const IGNORED = ['dist/', 'node_modules/'] as const

export const GITIGNORE = `# Made by hedgerow build and npm.
${IGNORED.join('\n')}
`

// Two spaces at the end of a line are a line break in Markdown.
export const EDITORCONFIG = `root = true

[*]
charset = utf-8
end_of_line = lf
insert_final_newline = true

[*.md]
trim_trailing_whitespace = false
`

/** The entries of `.gitignore` that a text lacks. */
export function missingIgnores(text: string): readonly string[] {
  const known = new Set(text.split(/\r?\n/).map((line) => line.trim().replace(/^(?:\*\*)?\/|\/\*?$/g, '')))
  return IGNORED.filter((name) => !known.has(name.replace(/\/$/, '')))
}
