/**
 * YAML in which the lines of text in quotes are indented: the YAML library of HedgeDoc and reveal-md reads them without that, ours does not.
 * Unchanged if there is no such text, or no end of it.
 */
export function indentQuoted(yaml: string): string {
  let open: string | undefined
  const lines = yaml.split('\n').map((line) => {
    const isInside = open !== undefined
    const [, quote = open, text = line] = (isInside ? null : /^\s*[\w.-]+\s*:\s*(["'])(.*)$/.exec(line)) ?? []
    if (quote !== undefined) open = closes(text, quote) ? undefined : quote
    return isInside ? ` ${line}` : line
  })
  return open === undefined ? lines.join('\n') : yaml
}

function closes(text: string, quote: string): boolean {
  return text.replace(quote === '"' ? /\\./g : /''/g, '').includes(quote)
}
