/** In pixels. */
export interface PictureSize {
  readonly width: number
  readonly height: number
  /** Only the proportions are known: a browser shows the picture as wide as there is room. */
  readonly fills?: boolean
}

/** Why no browser can show an image: it has no content, is a page or a pointer to a file in Git LFS, or is damaged. */
export type PictureDefect = 'empty' | 'page' | 'pointer' | 'damaged'

/** A copy of a picture that is fit to be shown, or the picture itself. */
export interface PictureCopy {
  /** In the site. */
  readonly path: string
  /** In pixels. */
  readonly width: number
}

/** The copies of pictures that browsers choose from, the narrowest first, by the address of the picture in a page. */
export type PictureCopies = ReadonlyMap<string, readonly SizedAddress[]>

export interface SizedAddress {
  readonly address: string
  /** In pixels. */
  readonly width: number
}
