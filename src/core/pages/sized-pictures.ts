import type { PictureCopies } from '../model.ts'
import { isPictureAddress } from '../shared/background.ts'

type Attributes = Readonly<Record<string, string>>

/** The widest copy of a picture, or its own address if there is none. */
export function widest(address: string, copies: PictureCopies | undefined): string {
  return copies?.get(address)?.at(-1)?.address ?? address
}

/** The copies that may stand for the background of a slide: none where that has the size of the image itself. */
export function backgroundCopies(attributes: Attributes, copies: PictureCopies | undefined): PictureCopies | undefined {
  return /^(\s*auto\s*)+$/i.test(attributes['data-background-size'] ?? '') ? undefined : copies
}

/** The attributes of a slide with another address of its background image. */
export function withBackground(attributes: Attributes, choose: (address: string) => string | undefined): Attributes {
  const changed = { ...attributes }
  for (const name of ['data-background', 'data-background-image']) {
    const value = attributes[name] ?? ''
    if (value === '' || (name === 'data-background' && !isPictureAddress(value))) continue
    const address = choose(value)
    if (address === undefined) delete changed[name]
    else changed[name] = address
  }
  return changed
}
