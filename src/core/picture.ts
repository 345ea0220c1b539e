/** In pixels. */
export interface PictureSize {
  readonly width: number
  readonly height: number
  /** Only the proportions are known: a browser shows the picture as wide as there is room. */
  readonly fills?: boolean
}

/** Why no browser can show an image: it has no content, is a page or a pointer to a file in Git LFS, or is damaged. */
export type PictureDefect = 'empty' | 'page' | 'pointer' | 'damaged'
