import { isSvg, largestOf } from '../../files.ts'
import { commandName } from '../../diagnostics/command-name.ts'
import { attributeOf } from '../../tree.ts'
import type { PictureSize, ShownPicture } from '../../model.ts'
import { locationFinder } from '../../deck/find-location.ts'
import type { Rule } from '../rule.ts'

const LARGE = 1_000_000
// Smaller files are not worth resizing.
const WORTH_IT = 300_000
// Slides are scaled up to twice their size, and some screens have two device pixels per pixel.
const TIMES = 3
const SCREEN = { width: 1920, height: 1080 }

/** An image that is slow to load: larger than a megabyte, or with far more pixels than are shown. */
export const imageLarge: Rule = ({ deck, pictures }, { report, bytesOf, sizeOf, isMadeSmaller, sourceLines }) => {
  const findLocation = locationFinder(deck, sourceLines)
  const reported = new Set<string>()
  const { width, height } = deck.options.reveal
  const slide = { width: numberOr(width, 960), height: numberOr(height, 700) }
  for (const picture of pictures) {
    const { path, line } = picture
    const bytes = bytesOf(path) ?? 0
    // Files above the limit have their own message.
    if (reported.has(path) || bytes <= WORTH_IT || bytes > largestOf(path) || isSvg(path) || isMadeSmaller(path)) continue
    const size = sizeOf(path)
    const shown = shownSize(picture, slide, size)
    const isOversized = size && shown && size.width > TIMES * shown.width && size.height > TIMES * shown.height
    if (bytes <= LARGE && !isOversized) continue
    reported.add(path)
    const target = isOversized ? { width: shown.width * 2, height: shown.height * 2 } : SCREEN
    report(
      'image-large',
      findLocation(line, nameOf(path)),
      nameOf(path),
      `${megabytes(bytes)}${size ? `, ${size.width} × ${size.height} pixels` : ''}`,
      commandName(path),
      `${Math.round(target.width)}x${Math.round(target.height)}`,
      commandName(path).replace(/\.\w+$/, '.webp'),
    )
  }
}

// In pixels of the slide. Percentages and style sheets are ignored: it is not larger than the slide.
function shownSize({ element }: ShownPicture, slide: PictureSize, size: PictureSize | undefined): PictureSize | undefined {
  if (!element) return SCREEN
  const [width, height] = ['width', 'height'].map((name) => {
    const written = attributeOf(element, name) ?? ''
    return /^\d+(px)?$/.test(written) ? Number.parseInt(written, 10) : undefined
  })
  const ratio = size ? size.width / size.height : undefined
  if (width !== undefined) return { width, height: height ?? width / (ratio ?? 1) }
  if (height !== undefined) return { width: height * (ratio ?? 1), height }
  return slide
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)

function megabytes(bytes: number): string {
  return bytes >= 950_000 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.round(bytes / 1e3)} kB`
}

// The size of a slide can also be a percentage of the window.
function numberOr(value: number | string | undefined, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise
}
