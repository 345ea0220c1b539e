/** The attributes of a slide in braces, as those of a `.slide` comment: `.class`, `#id` and `name=value`. */
export function readAttributes(braces: string): Readonly<Record<string, string | undefined>> {
  const attributes: Record<string, string | undefined> = Object.create(null) as Record<string, string | undefined>
  const classes: string[] = []
  for (const [, name = '', quoted, plain, word = ''] of braces.matchAll(/(?<![\w-])([\w-]+)=(?:"([^"]*)"|([^\s"]+))|([.#][\w-]+|-)/g)) {
    const value = quoted ?? plain ?? ''
    if (word.startsWith('.')) classes.push(word.slice(1))
    else if (word.startsWith('#')) attributes['id'] = word.slice(1)
    else if (/^background(?:-[\w-]+)?$|^transition|^visibility$|^auto-animate|^autoslide$|^state$/.test(name))
      attributes[`data-${name}`] = value
    else if (/^data-[\w-]+$/.test(name)) attributes[name] = value
  }
  return { ...attributes, class: classes.filter((name) => name !== 'unnumbered' && name !== 'unlisted').join(' ') || undefined }
}

const ALONE = /^!\[[^[\]]{0,300}\]\([^()\s]{1,1000}\)(\{[^{}]{0,300}\})?\s*$/

/** The line of an image that takes all the room that the rest of its slide leaves: the only one, in no div, and without a size. */
export function stretchedLine(lines: readonly string[], isOther: (line: number) => boolean): number | undefined {
  const images = lines.flatMap((line, index) => (line.includes('![') && !isOther(index) ? [index] : []))
  const [only] = images
  if (only === undefined || images.length > 1 || lines.some((line, index) => index !== only && /!\[|<img/.test(line))) return undefined
  const found = ALONE.exec(lines[only] ?? '')
  return found && !/\b(?:width|height)=|nostretch|\.absolute/.test(found[1] ?? '') ? only : undefined
}

const SPAN = /\[([^[\]]{1,500})\]\{([^{}]{1,300})\}/g
const IMAGE = /(!\[[^[\]]{0,300}\]\([^()\s]{1,1000})((?:\s+"[^"]{0,300}")?)\)\{([^{}]{0,300})\}/g

const SHORTCODE = /\{\{<\s*([\w-]{1,40})\b[^{}]{0,500}?>\}\}/g
// They show no text, and a page without their fonts has no icon.
const ICONS = /^(?:fa|bi|iconify|ai|lucide|fluent|pagebreak)$/

/** Translates spans and sizes of images in a line that is not code. */
export function translateLine(line: string, leaveOut: (what: string) => void): string {
  if (!line.includes('{')) return line
  return line
    .replace(SHORTCODE, (written: string, name: string) => {
      leaveOut(`the shortcode "${name}"`)
      return ICONS.test(name) ? '' : written
    })
    .replace(IMAGE, (_, image: string, title: string, braces: string) => {
      const size = (name: string) => new RegExp(`\\b${name}="?(\\d{1,5})(?:px|(%))?"?`).exec(braces)
      const [width, height] = [size('width'), size('height')]
      const written = width || height ? ` =${width ? width[1] + (width[2] ?? '') : ''}x${height ? height[1] + (height[2] ?? '') : ''}` : ''
      return `${image}${title}${written})`
    })
    .replace(SPAN, (_, text: string, braces: string) => (/\.fragment\b/.test(braces) ? `<span class="fragment">${text}</span>` : text))
}
