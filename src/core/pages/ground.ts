const PICTURE = /\.(svg|png|jpe?g|gif|bmp|webp|avif)$/i

/** The address of the picture behind a slide, where it has one. */
export function backgroundPicture(attributes: Readonly<Record<string, string>>): string | undefined {
  const value = attributes['data-background'] ?? ''
  const picture = attributes['data-background-image'] ?? (PICTURE.test(value) ? value : undefined)
  return picture === '' ? undefined : picture
}

/** The ground of a slide, colour and picture, as declarations; takes the slide's attributes. */
export function groundOf(attributes: Readonly<Record<string, string>>): string {
  const value = attributes['data-background'] ?? ''
  const picture = backgroundPicture(attributes)
  const colour = attributes['data-background-color'] ?? (PICTURE.test(value) ? '' : value)
  return [
    ...(colour === '' || colour.includes('(') ? [] : [`background-color:${colour}`]),
    // Addresses are encoded where they are made: no quote or bracket stands in one.
    ...(picture === undefined ? [] : [`background-image:url(${picture})`, 'background-size:cover', 'background-position:50%']),
  ].join(';')
}

/** Whether reveal.js would set light text on a ground of this colour; of names it knows black alone. */
export function isDark(colour: string): boolean {
  if (colour.trim().toLowerCase() === 'black') return true
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(colour.trim())?.[1]
  const rgb = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/i.exec(colour.trim())
  const parts = hex
    ? (hex.match(hex.length === 3 ? /./g : /../g) ?? []).map((part) => Number.parseInt(part.padEnd(2, part), 16))
    : rgb?.slice(1).map(Number)
  const [red = 255, green = 255, blue = 255] = parts ?? []
  // Its measure of brightness, and its limit.
  return (red * 299 + green * 587 + blue * 114) / 1000 < 128
}
