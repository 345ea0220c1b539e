import type { PictureSize } from '../model.ts'

/** What rules ask about files, which the core does not read itself. */
export interface Facts {
  /** The size of a picture, where it is known. */
  readonly sizeOf: (path: string) => PictureSize | undefined
}
