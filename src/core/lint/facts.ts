import type { SiteOptions } from '../config/site-options.ts'
import type { PictureSize } from '../model.ts'
import type { CheckCss } from './css/check-css.ts'

/** What rules ask about the site and its files, which the core does not read itself. */
export interface Facts {
  readonly options: SiteOptions
  /** The size of a picture, where it is known. */
  readonly sizeOf: (path: string) => PictureSize | undefined
  /** The length of a file, where it is known. */
  readonly bytesOf: (path: string) => number | undefined
  /** Whether the metadata of a picture say where it was taken. */
  readonly hasLocation: (path: string) => boolean
  readonly checkCss: CheckCss
}
