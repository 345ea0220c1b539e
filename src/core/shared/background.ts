/** The attributes of a slide. */
type Attributes = Readonly<Record<string, string>>

/** The attribute with the address of the copy that is shown as the background of a slide. Authors cannot set it. */
export const BACKGROUND_COPY = 'data-shown-background'

/** The attribute with the text of a background image or video, for people who cannot see it. */
export const BACKGROUND_ALT = 'data-background-alt'

/** Whether reveal.js treats a `data-background` as an image, by its own rule; else it is a colour or a gradient. */
export function isPictureAddress(value: string): boolean {
  return /^(http|file|\/\/)/i.test(value) || /\.(svg|png|jpg|jpeg|gif|bmp|webp)([?#\s]|$)/i.test(value)
}

/** The address of a slide's background image, if it has one. */
export function backgroundPicture(attributes: Attributes): string | undefined {
  const value = attributes['data-background'] ?? ''
  const picture = attributes['data-background-image'] ?? (isPictureAddress(value) ? value : undefined)
  return picture === '' ? undefined : picture
}

/** The background colour and image of a slide as reveal.js paints them, as declarations. */
export function backgroundStyle(attributes: Attributes): string {
  const value = attributes['data-background'] ?? ''
  const picture = backgroundPicture(attributes)
  const colour = attributes['data-background-color'] ?? (isPictureAddress(value) ? '' : value)
  return [
    ...(colour === '' || colour.includes('(') ? [] : [`background-color:${colour}`]),
    ...(picture === undefined ? [] : [`background-image:url(${cssAddress(picture)})`, 'background-size:cover', 'background-position:50%']),
  ].join(';')
}

// Addresses of the site are already encoded; those of other servers may contain brackets.
function cssAddress(address: string): string {
  return address.replace(/[()'"\\\s]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`)
}

/** Whether reveal.js uses light text on a background of this colour; the only name it knows is black. */
export function isDark(colour: string): boolean {
  if (colour.trim().toLowerCase() === 'black') return true
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(colour.trim())?.[1]
  const rgb = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/i.exec(colour.trim())
  const parts = hex
    ? (hex.match(hex.length === 3 ? /./g : /../g) ?? []).map((part) => Number.parseInt(part.padEnd(2, part), 16))
    : rgb?.slice(1).map(Number)
  const [red = 255, green = 255, blue = 255] = parts ?? []
  // The formula and limit of reveal.js.
  return (red * 299 + green * 587 + blue * 114) / 1000 < 128
}
